/** A form, free of any platform. `session` names the row that knows what the form is for. */
export interface Form {
  readonly session: string;
  /** 24 characters at most: Slack's limit for a modal's title. */
  readonly title: string;
  readonly intro?: string;
  readonly submitLabel: string;
  readonly fields: readonly Field[];
  /** What is filled in already, or what the person typed before an error: never shortened. */
  readonly values: FormValues;
  /** Field id to sentence: what is wrong and what to write instead. */
  readonly errors: Readonly<Record<string, string>>;
}

/** What a person filled in, by field id. Dates are `yyyy-MM-dd`, times `HH:mm`, both agency-local. */
export type FormValues = Readonly<Record<string, FieldValue>>;
export type FieldValue = string | number | boolean | readonly string[] | null;

interface FieldBase {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly optional: boolean;
}

/** `search` is text that names an entry of a list too long for a menu; a platform may suggest while one types. */
export type Field = FieldBase &
  (
    | { readonly kind: 'text'; readonly maxLength?: number }
    | { readonly kind: 'longText'; readonly maxLength?: number }
    | { readonly kind: 'date' }
    | { readonly kind: 'time' }
    | { readonly kind: 'number'; readonly min: number; readonly max: number }
    | { readonly kind: 'choice'; readonly options: readonly Option[] }
    | { readonly kind: 'choices'; readonly options: readonly Option[] }
    | { readonly kind: 'yesNo' }
    | { readonly kind: 'search'; readonly source: SearchSource }
  );

export interface Option {
  readonly value: string;
  readonly label: string;
}

export type SearchSource = 'schools' | 'places';
