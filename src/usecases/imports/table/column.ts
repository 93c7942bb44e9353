/** A column that a file may have. */
export interface Column {
  readonly name: string;
  /** The file must have it; whether each cell must be filled is the row's matter. */
  readonly required?: boolean;
  /** Other headings under which schools' and authorities' systems write it. */
  readonly also?: readonly string[];
}

/** Headings are compared without capitals, spaces and signs: `Date of Birth`, `date_of_birth`. */
export function headingKey(heading: string): string {
  return heading.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}

export function columnKeys(column: Column): readonly string[] {
  return [column.name, ...(column.also ?? [])].map(headingKey);
}
