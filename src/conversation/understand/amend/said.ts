import type { AmendmentChange, FieldName } from '../reading';

export type Value = AmendmentChange['value'];

/** One value an amendment gives. */
export type Said = {
  readonly field: FieldName;
  readonly value: Value;
  readonly old?: Value;
  readonly isNamed: boolean;
  readonly isFuzzy?: boolean;
};
