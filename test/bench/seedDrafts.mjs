import { randomBytes, randomUUID } from 'node:crypto';
import { insertRows } from './insertRows.mjs';

/**
 * Stores open drafts of one child each, met at a school's time on one of the last days, each likely one pupil, and the
 * token of its card's Save. Nobody meets the same child twice within a day.
 * @returns for each draft what pressing Save needs, and what it will save
 */
export async function seedDrafts({ client, district, count, now }) {
  const { officers, pupils, schools, places, dayCount } = district;
  const schoolNames = new Map(schools.map((school) => [school.id, school.name]));
  const made = Array.from({ length: count }, (_, index) => {
    const pupil = pupils[index % pupils.length];
    const date = new Date(now.getTime() - (1 + (index % dayCount)) * 24 * 3600_000)
      .toISOString()
      .slice(0, 10);
    const minute = 9 * 60 + ((index * 7) % 360);
    const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
    const fields = {
      givenName: pupil.givenName,
      familyName: pupil.familyName,
      age: null,
      dateOfBirth: null,
      yearGroup: pupil.yearGroup,
      school: schoolNames.get(pupil.schoolId),
      place: places[index % places.length].name,
      occurredAt: `${date}T${time}`,
      companion: 'alone',
      claimedReason: 'medical_appointment',
      outcome: 'advised',
      schoolContacted: false,
    };
    return {
      id: randomUUID(),
      officer: officers[index % officers.length],
      pupil,
      fields,
      token: opaqueName(),
    };
  });
  await insertRows(
    client,
    'Draft',
    made.map((draft) => draftRow(draft, now)),
  );
  await insertRows(
    client,
    'ButtonToken',
    made.map((draft) => tokenRow(draft, now)),
  );
  return made.map(({ id, officer, pupil, fields, token }) => ({
    id,
    officer,
    childId: pupil.id,
    fields,
    token,
  }));
}

function draftRow({ id, officer, fields }, now) {
  const text = `${fields.givenName} ${fields.familyName} yr${fields.yearGroup} at ${fields.place}, says dentist`;
  return {
    id,
    staffId: officer.staffId,
    accountId: officer.accountId,
    state: 'open',
    version: 1,
    sources: [{ messageKey: `bench:${id}`, text, sentAt: now.toISOString(), part: 'first' }],
    children: [
      {
        key: 'a',
        fields,
        uncertain: [],
        schoolSaid: null,
        placeSaid: null,
        estimatedAge: null,
        note: text,
        choice: { kind: 'open' },
        passedOver: [],
        dropped: false,
      },
    ],
    sentAt: now,
    remindAt: new Date(now.getTime() + 3600_000),
    createdAt: now,
    updatedAt: now,
  };
}

function tokenRow({ id, officer, pupil, token }, now) {
  return {
    token,
    action: 'draft.save',
    subject: { name: 'draft.save', draftId: id, version: 1, confirmed: { a: pupil.id }, seenSame: [] },
    staffId: officer.staffId,
    expiresAt: new Date(now.getTime() + 24 * 3600_000),
    createdAt: now,
  };
}

function opaqueName() {
  return randomBytes(16).toString('base64url');
}
