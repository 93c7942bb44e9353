import { createSchoolFinder } from './findSchool';
import { planHouseholds } from './households';
import type { Importer } from './importer';
import { findPupils, matchPupil } from './matchPupils';
import { pupilColumns, pupilKey, readPupil } from './pupilColumns';
import type { PupilField } from './pupilField';
import { createRepeats } from './repeats';
import { countWritten, type Shape, storeRows } from './storeRows';
import type { RowProblem } from './table/rowProblem';

const shape: Shape<PupilField> = {
  table: 'Child',
  columns: {
    upn: 'text',
    givenName: 'text',
    familyName: 'text',
    knownAs: 'text',
    dateOfBirth: 'date',
    yearGroup: 'integer',
    schoolId: 'uuid',
    householdId: 'uuid',
    active: 'boolean',
  },
  defaults: {
    upn: null,
    givenName: null,
    familyName: null,
    knownAs: null,
    dateOfBirth: null,
    yearGroup: null,
    schoolId: null,
    householdId: null,
    active: true,
  },
};

/** Pupils: the same one is known by the UPN, else by school, full name and date of birth. */
export const pupilsImporter: Importer = {
  one: 'pupil',
  many: 'pupils',
  columns: pupilColumns,
  plan: async ({ tx, rows, now }) => {
    const schools = await createSchoolFinder(tx);
    const pupils = rows.map((row) => readPupil(row, schools, now));
    const stored = await findPupils(tx, pupils);
    const households = await planHouseholds(tx, pupils);
    const repeats = createPupilRepeats();
    const problems: RowProblem[] = [...households.problems];
    const planned = pupils.map((pupil) => {
      const match = matchPupil(pupil, stored);
      const existing = 'existing' in match ? match.existing : null;
      const found = [
        ...pupil.problems,
        ...('reason' in match ? [{ line: pupil.line, column: 'upn', reason: match.reason }] : []),
      ];
      const again = pupil.problems.length === 0 ? repeats(pupil, existing?.id ?? null) : null;
      problems.push(...found, ...(again ? [again] : []));
      return { line: pupil.line, pupil, existing };
    });
    return {
      problems,
      store: async (work, without, progress) => {
        const kept = planned.filter(({ line }) => !without.has(line));
        const homes = await households.store(work.tx, without);
        const wanted = kept.map(({ pupil, existing }) => ({
          existing,
          values: {
            // A row without a UPN does not take a known one away.
            upn: pupil.upn ?? undefined,
            givenName: pupil.givenName,
            familyName: pupil.familyName,
            knownAs: pupil.knownAs,
            dateOfBirth: pupil.dateOfBirth,
            yearGroup: pupil.yearGroup,
            schoolId: pupil.schoolId,
            householdId: pupil.household ? homes.idOf(pupil.household) : pupil.household,
            active: pupil.active,
          },
        }));
        const written = await storeRows(work.tx, shape, wanted, progress);
        // A new address is a change of everyone's record who lives there.
        const changes = written.map((one, index) =>
          one.change === 'unchanged' && homes.hasChanged(kept[index]?.pupil.household ?? null)
            ? { change: 'updated' as const }
            : one,
        );
        return { ...countWritten(changes), notes: [] };
      },
    };
  },
};

type Pupil = ReturnType<typeof readPupil>;

/** Says where a pupil stands twice in the file: by UPN, by name where one row has no UPN, or by the stored record. */
function createPupilRepeats(): (pupil: Pupil, existingId: string | null) => RowProblem | null {
  const byKey = createRepeats();
  const named = new Map<string, { line: number; upn: string | null }>();
  const what = 'the same pupil';
  return (pupil, existingId) => {
    const { line, upn } = pupil;
    const again = upn === null ? null : byKey.seen({ key: upn, line, column: 'upn', what });
    const sameName = named.get(pupilKey(pupil));
    if (sameName === undefined) named.set(pupilKey(pupil), { line, upn });
    if (again) return again;
    if (sameName !== undefined && (sameName.upn === null || upn === null))
      return {
        line,
        column: 'date of birth',
        reason: `${what} (school, name and date of birth) stands on line ${sameName.line} already. Keep one of the two rows, or write both UPNs.`,
      };
    return existingId === null ? null : byKey.seen({ key: existingId, line, column: 'upn', what });
  };
}
