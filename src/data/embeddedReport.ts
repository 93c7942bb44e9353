import type { LockHolder } from './embeddedLock';

/** What the embedded database's process says to the service that started it. */
export type EmbeddedReport =
  | { readonly kind: 'ready'; readonly socketFolder: string }
  | { readonly kind: 'inUse'; readonly holder: LockHolder }
  | { readonly kind: 'failed'; readonly reason: string };
