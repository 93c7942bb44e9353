import type { PatrolPlan } from '../usecases/days/dayPlan';
import { UsageError } from './session';

/**
 * Patrols as the command line writes them: `Town centre: a@example.org*, b@example.org; Popley: …`, where * marks who
 * leads. The option may be given several times.
 * @throws UsageError where a name or the people are missing
 */
export function parsePatrols(written: readonly string[]): readonly PatrolPlan[] {
  return written
    .flatMap((one) => one.split(';'))
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .map(parsePatrol);
}

function parsePatrol(written: string): PatrolPlan {
  const colon = written.indexOf(':');
  const name = written.slice(0, colon).trim();
  const people = written
    .slice(colon + 1)
    .split(',')
    .map((person) => person.trim())
    .filter((person) => person !== '');
  if (colon < 1 || name === '' || people.length === 0)
    throw new UsageError(
      'A patrol can’t be read. Write its name, a colon and its people: "Town centre: a@example.org*, b@example.org".',
    );
  return {
    name,
    members: people.map((person) => ({ staff: person.replace(/\s*\*$/, ''), leads: person.endsWith('*') })),
  };
}
