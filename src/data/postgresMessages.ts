/** All messages that belong together: a start-up, a simple query, or everything up to a Sync or Flush. */
export interface Request {
  readonly bytes: Buffer;
  /** It ends with a Flush: the client asks for more before it says Sync. */
  readonly flush: boolean;
}

/** What arrives on a connection in PostgreSQL's protocol (PostgreSQL manual, "Message Flow"). */
export interface MessageListeners {
  onRequest(request: Request): void;
  onEncryptionAsked(): void;
  /** The client has nothing more to say. Passed on, it would end the database's only session. */
  onGoodbye(): void;
}

const CANCEL_REQUEST = 80877102;
const SSL_REQUEST = 80877103;
const GSS_REQUEST = 80877104;

/** Messages that PostgreSQL acts on at once: simple query, function call, Sync, Flush, end and failure of a copy. */
const ENDS_REQUEST = new Set([...'QFSHcf'].map((type) => type.charCodeAt(0)));
const FLUSH = 'H'.charCodeAt(0);
const TERMINATE = 'X'.charCodeAt(0);

/** A reader for the bytes of one connection, however they are cut up on the way. */
export function createMessageReader({
  onRequest,
  onEncryptionAsked,
  onGoodbye,
}: MessageListeners): (bytes: Buffer) => void {
  let unread: Buffer = Buffer.alloc(0);
  let gathered: Buffer[] = [];
  let started = false;

  function readStartup(message: Buffer): void {
    const code = message.readInt32BE(4);
    if (code === SSL_REQUEST || code === GSS_REQUEST) {
      onEncryptionAsked();
      return;
    }
    if (code === CANCEL_REQUEST) {
      onGoodbye();
      return;
    }
    started = true;
    onRequest({ bytes: message, flush: false });
  }

  function readMessage(message: Buffer): void {
    const type = message[0] ?? 0;
    if (type === TERMINATE) {
      onGoodbye();
      return;
    }
    gathered.push(message);
    if (!ENDS_REQUEST.has(type)) return;
    onRequest({ bytes: Buffer.concat(gathered), flush: type === FLUSH });
    gathered = [];
  }

  return (bytes) => {
    unread = unread.length === 0 ? bytes : Buffer.concat([unread, bytes]);
    for (;;) {
      // A start-up has no type byte before its length; every later message has.
      const typeLength = started ? 1 : 0;
      if (unread.length < typeLength + (started ? 4 : 8)) return;
      const length = typeLength + unread.readInt32BE(typeLength);
      if (unread.length < length) return;
      const message = unread.subarray(0, length);
      unread = unread.subarray(length);
      if (started) readMessage(message);
      else readStartup(message);
    }
  };
}
