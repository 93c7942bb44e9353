const READY_FOR_QUERY = 'Z'.charCodeAt(0);
/** A message's type, and its length without it. */
const HEAD = 5;

/** One answer of the embedded database on its way to the connection that asked. */
export interface PostgresAnswer {
  /** The next bytes of it, however they are cut up; they may be used again afterwards. */
  add(bytes: Uint8Array): void;
  /** It is whole. */
  end(): void;
}

/**
 * Passes an answer on with one ReadyForQuery at its end, as PostgreSQL gives it ("Message Flow" in its manual). After an
 * error PGlite (0.4.3) gives two, one for the error and one for the Sync: a client that has asked its next question in
 * between takes the second for the end of that, and its connection is of no use any more.
 * @param readyAtEnd false after a Flush, to which PostgreSQL answers without it
 */
export function createPostgresAnswer(write: (bytes: Buffer) => void, readyAtEnd: boolean): PostgresAnswer {
  let unread: Buffer = Buffer.alloc(0);
  let ready: Buffer | null = null;
  return {
    add: (bytes) => {
      unread = Buffer.concat([unread, bytes]);
      let from = 0;
      let at = 0;
      while (unread.length >= at + HEAD) {
        const end = at + 1 + unread.readInt32BE(at + 1);
        if (unread.length < end) break;
        if (unread[at] === READY_FOR_QUERY) {
          if (at > from) write(unread.subarray(from, at));
          ready = unread.subarray(at, end);
          from = end;
        }
        at = end;
      }
      if (at > from) write(unread.subarray(from, at));
      unread = unread.subarray(at);
    },
    end: () => {
      if (ready !== null && readyAtEnd) write(ready);
    },
  };
}
