import { createHash, randomBytes } from 'node:crypto';

/** Bytes of a reference: six characters, which can be read out on the phone. */
const length = 3;

/** A reference for a failure: the person is shown it, and it stands in the log. */
export function newReference(): string {
  return randomBytes(length).toString('hex').toUpperCase();
}

/** The reference of a message that fails: the same at every try and in every instance, so that all lines bear it. */
export function referenceOfEvent(eventId: bigint): string {
  return createHash('sha256')
    .update(`event ${eventId}`)
    .digest('hex')
    .slice(0, 2 * length)
    .toUpperCase();
}
