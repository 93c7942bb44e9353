/** What a staff member may be. One person may be several. */
export const roles = [
  'coordinator',
  'education_welfare_officer',
  'constable',
  'pcso',
  'community_safety_officer',
  'school_attendance_lead',
  'information_governance',
  'administrator',
] as const;
export type Role = (typeof roles)[number];

export const agencyKinds = ['council', 'police', 'community_safety', 'school'] as const;
export type AgencyKind = (typeof agencyKinds)[number];

/** The staff member who acts, as the authoriser needs to know them. */
export interface Person {
  readonly staffId: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly agencyId: string;
  readonly agencyKind: AgencyKind;
  readonly schoolId: string | null;
  /** On a patrol of a running Attendance Day, or of one that closed less than 24 hours ago (design, section 5). */
  readonly onRoster: boolean;
}

const titles: Partial<Record<Role, string>> = {
  constable: 'PC',
  pcso: 'PCSO',
  education_welfare_officer: 'EWO',
};

/** How colleagues name somebody: `PC Osei`, `EWO Marsh`, `Dana Whitlock`. */
export function colleagueName(staff: {
  givenName: string;
  familyName: string;
  roles: readonly Role[];
}): string {
  const title = staff.roles.map((role) => titles[role]).find((found) => found !== undefined);
  return title ? `${title} ${staff.familyName}` : `${staff.givenName} ${staff.familyName}`;
}
