/** One key of AES-256 for stored tokens, with the name by which a sealed token says which key it needs. */
export interface TokenKey {
  readonly id: string;
  /** 32 bytes. */
  readonly bytes: Buffer;
}

/** The keys there are, newest first: the first seals, every one opens. At least one. */
export type TokenKeys = readonly [TokenKey, ...TokenKey[]];

export type TokenKeysRead =
  | { readonly kind: 'keys'; readonly keys: TokenKeys }
  | { readonly kind: 'wrong'; readonly sentence: string };

const keyBytes = 32;

/**
 * Reads keys as the environment writes them: `id:base64` of 32 bytes each, newest first, separated by commas. What is
 * wrong is said by position: a key never stands in a sentence.
 */
export function readTokenKeys(written: string): TokenKeysRead {
  const keys: TokenKey[] = [];
  for (const [index, part] of written.split(',').entries()) {
    const [id = '', base64 = '', ...more] = part.trim().split(':');
    const bytes = Buffer.from(base64, 'base64');
    const isWhole = bytes.length === keyBytes && bytes.toString('base64') === base64;
    if (more.length > 0 || !/^[A-Za-z0-9_-]{1,20}$/.test(id) || !isWhole)
      return wrong(
        `Key ${index + 1} can't be read. Write each as id:base64 of 32 bytes, newest first, separated by commas. A new one: echo "k1:$(openssl rand -base64 32)".`,
      );
    if (keys.some((key) => key.id === id))
      return wrong(`Key ${index + 1} has the id of one before it. Give each key an id of its own.`);
    keys.push({ id, bytes });
  }
  const [newest, ...older] = keys;
  return newest === undefined ? wrong('There is no key.') : { kind: 'keys', keys: [newest, ...older] };
}

function wrong(sentence: string): TokenKeysRead {
  return { kind: 'wrong', sentence };
}
