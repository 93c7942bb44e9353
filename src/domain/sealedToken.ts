import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { TokenKeys } from './tokenKeys';

/** AES-256-GCM (NIST SP 800-38D): a nonce of 96 bits, new for each sealing, and a tag of 128. */
const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/** A token that can't be opened. The code says why; nothing of the token stands in it. */
export class SealedTokenError extends Error {
  override readonly name = 'SealedTokenError';
  constructor(readonly code: 'key not there' | 'damaged, or of another workspace') {
    super(code);
  }
}

/**
 * Encrypts a token with the newest key. The workspace's id goes in as additional data: a row copied to another
 * workspace does not open there. Written as `key id.nonce.tag.ciphertext`, in base64url.
 */
export function sealToken(token: string, input: { team: string; keys: TokenKeys }): string {
  const [newest] = input.keys;
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, newest.bytes, nonce, { authTagLength: tagBytes });
  cipher.setAAD(Buffer.from(input.team, 'utf8'));
  const sealed = Buffer.concat([cipher.update(token, 'utf8'), cipher.final()]);
  return [newest.id, ...[nonce, cipher.getAuthTag(), sealed].map((part) => part.toString('base64url'))].join(
    '.',
  );
}

/**
 * Decrypts what `sealToken` wrote, with whichever key it names.
 * @throws SealedTokenError where that key is not there, or one bit is not as it was sealed
 */
export function openToken(sealed: string, input: { team: string; keys: TokenKeys }): string {
  const [id, nonce, tag, ciphertext] = sealed.split('.');
  const key = input.keys.find((one) => one.id === id);
  if (key === undefined) throw new SealedTokenError('key not there');
  try {
    const decipher = createDecipheriv(algorithm, key.bytes, bytesOf(nonce), { authTagLength: tagBytes });
    decipher.setAAD(Buffer.from(input.team, 'utf8'));
    decipher.setAuthTag(bytesOf(tag));
    return Buffer.concat([decipher.update(bytesOf(ciphertext)), decipher.final()]).toString('utf8');
  } catch {
    throw new SealedTokenError('damaged, or of another workspace');
  }
}

/** Which key a sealed token needs. */
export function keyIdOf(sealed: string): string {
  return sealed.split('.')[0] ?? '';
}

function bytesOf(part: string | undefined): Buffer {
  return Buffer.from(part ?? '', 'base64url');
}
