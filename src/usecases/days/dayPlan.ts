/** A patrol as the coordinator names it; people by e-mail address or number (`S-12`). */
export interface PatrolPlan {
  readonly name: string;
  readonly members: readonly { readonly staff: string; readonly leads: boolean }[];
}

/** A section 16 direction: who gave it, for which area, and its hours (`HH:mm`, agency-local). */
export interface DirectionPlan {
  readonly givenBy: string;
  readonly area: string;
  readonly from: string;
  readonly until: string;
}

/** An Attendance Day as the coordinator plans it. Times are `HH:mm` on the agency's clock. */
export interface DayPlan {
  readonly date: string;
  readonly area: string;
  readonly from: string;
  readonly until: string;
  readonly designatedPlace: string | null;
  readonly direction: DirectionPlan | null;
  /** E-mail address or number; null: everybody with the role. */
  readonly coordinator: string | null;
  readonly patrols: readonly PatrolPlan[];
}
