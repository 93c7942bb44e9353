import type { Transaction } from '../../data/unitOfWork';
import { type Finding, failed, ok, warning } from './finding';

/** Settings that may not be empty, with the option of `scheme set` that fills each and what is wrong without it. */
const needed = [
  ['name', '--name', 'forms and exports name nobody'],
  ['accessContact', '--access-contact', 'people whom Rollcall does not know are not told whom to ask'],
] as const;

/**
 * Whether there is a scheme, of the configured kind, with its settings filled.
 * @param input.mode what the environment says the service is; null where the environment can't be read
 */
export async function checkScheme(
  tx: Transaction,
  input: { mode: 'practice' | 'live' | null },
): Promise<readonly Finding[]> {
  const scheme = await tx.scheme.findUnique({ where: { id: 1 } });
  if (scheme === null)
    return [
      input.mode === 'practice'
        ? warning('There is no scheme yet.', 'Start the service once: the practice room makes its own.')
        : failed(
            'There is no scheme yet.',
            'Create it: npm run admin -- scheme create --live … (see the README).',
          ),
    ];
  const kind = scheme.mode === 'live' ? 'real records' : 'practice room';
  const empty = needed.filter(([field]) => scheme[field].trim() === '');
  return [
    input.mode === null || scheme.mode === input.mode
      ? ok(`There is a scheme (${kind}).`)
      : failed(
          `The database is for ${scheme.mode === 'live' ? 'real records' : 'the practice room'}, but the environment is for ${input.mode === 'live' ? 'real platforms' : 'the practice room'}. The service does not start.`,
          scheme.mode === 'live'
            ? 'Set the platforms’ credentials, or name another database.'
            : 'Name a database for real records in DATABASE_URL, or take the platforms’ credentials away.',
        ),
    ...empty.map(([, option, consequence]) =>
      warning(
        `A setting of the scheme is empty (${option}): ${consequence}.`,
        `Fill it: npm run admin -- --as … scheme set ${option} "…".`,
      ),
    ),
  ];
}
