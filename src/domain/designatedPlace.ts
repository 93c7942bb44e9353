/** A child at the designated place, from arrival until somebody responsible has collected them. Times are moments. */
export interface Stay {
  readonly arrivedAt: Date;
  readonly parentRungAt: Date | null;
  readonly schoolRungAt: Date | null;
  readonly leftAt: Date | null;
  readonly collectedBy: string | null;
  readonly relationship: string | null;
}

/** Whether the child is there now. */
export const isThere = (stay: Stay | null): boolean => stay !== null && stay.leftAt === null;
