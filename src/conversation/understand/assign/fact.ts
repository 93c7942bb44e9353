/** Something said at one place of the message: tokens from `token` to `end`. */
export type Fact<V> = {
  readonly token: number;
  readonly value: V;
  readonly weight: number;
  readonly end: number;
  /** The token of the child whose relative is spoken of ("Siobhan's mum"). */
  readonly whose?: number;
};
