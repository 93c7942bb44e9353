/** A database of a test's own, to be closed by it. */
export interface OpenedDatabase {
  readonly kind: 'embedded' | 'server';
  readonly url: string;
  /** As the application's restricted role; undefined on the embedded database, where everyone is one role. */
  readonly appUrl: string | undefined;
  /** As the retention job's role; undefined on the embedded database. */
  readonly retentionUrl: string | undefined;
  close(): Promise<void>;
}
