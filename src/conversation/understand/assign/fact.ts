/** Something said at one place of the message: tokens from `token` to `end`. */
export type Fact<V> = {
  readonly token: number;
  readonly value: V;
  readonly weight: number;
  readonly end: number;
};
