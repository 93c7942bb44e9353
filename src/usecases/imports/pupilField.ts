/** What is stored of a pupil on roll. */
export type PupilField =
  | 'upn'
  | 'givenName'
  | 'familyName'
  | 'knownAs'
  | 'dateOfBirth'
  | 'yearGroup'
  | 'schoolId'
  | 'householdId'
  | 'active';
