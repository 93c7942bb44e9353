import { openToken, sealToken } from '../../src/domain/sealedToken';
import { readTokenKeys, type TokenKeys } from '../../src/domain/tokenKeys';

const base64 = (byte: number) => Buffer.alloc(32, byte).toString('base64');
const team = 'T0COUNCIL';
const token = 'xoxb-made-up-token';

function keysOf(written: string): TokenKeys {
  const read = readTokenKeys(written);
  if (read.kind === 'wrong') throw new Error(read.sentence);
  return read.keys;
}

const old = keysOf(`k1:${base64(1)}`);
const rotated = keysOf(`k2:${base64(2)},k1:${base64(1)}`);

test('a sealed token shows nothing of the token, and opens with its key', () => {
  const sealed = sealToken(token, { team, keys: old });
  expect(sealed).not.toContain(token);
  expect(Buffer.from(sealed, 'base64url').toString('latin1')).not.toContain('xoxb');
  expect(openToken(sealed, { team, keys: old })).toBe(token);
});

test('the same token sealed twice looks different each time', () => {
  expect(sealToken(token, { team, keys: old })).not.toBe(sealToken(token, { team, keys: old }));
});

test('after a new key came first, what the older one sealed still opens, and new tokens need the new one', () => {
  const before = sealToken(token, { team, keys: old });
  expect(openToken(before, { team, keys: rotated })).toBe(token);
  const after = sealToken(token, { team, keys: rotated });
  expect(() => openToken(after, { team, keys: old })).toThrow('key not there');
});

test('a row copied to another workspace does not open there', () => {
  const sealed = sealToken(token, { team, keys: old });
  expect(() => openToken(sealed, { team: 'T0OTHER', keys: old })).toThrow('damaged, or of another workspace');
});

test('another key under the same id does not open it', () => {
  const sealed = sealToken(token, { team, keys: old });
  expect(() => openToken(sealed, { team, keys: keysOf(`k1:${base64(9)}`) })).toThrow('damaged');
});

test('one changed sign anywhere, or a shortened tag, and it does not open; the error shows nothing of it', () => {
  const sealed = sealToken(token, { team, keys: old });
  const parts = sealed.split('.');
  const changed = [1, 2, 3].map((index) =>
    parts.map((part, at) => (at === index ? flipFirst(part) : part)).join('.'),
  );
  const shortTag = parts.map((part, at) => (at === 2 ? part.slice(0, 6) : part)).join('.');
  for (const bad of [...changed, shortTag, 'k1', 'k1...', `${sealed}AAAA`])
    expect(() => openToken(bad, { team, keys: old })).toThrow(/^damaged, or of another workspace$/);
});

function flipFirst(part: string): string {
  return `${part.startsWith('A') ? 'B' : 'A'}${part.slice(1)}`;
}
