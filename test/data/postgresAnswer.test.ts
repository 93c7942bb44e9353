import fc from 'fast-check';
import { createPostgresAnswer } from '../../src/data/postgresAnswer';

function message(type: string, body: string): Buffer {
  const head = Buffer.alloc(5);
  head.write(type);
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, Buffer.from(body, 'latin1')]);
}

/** What a client gets of an answer that comes in pieces of these lengths. */
function passedOn(answer: Buffer, pieces: readonly number[], readyAtEnd: boolean): Buffer {
  const written: Buffer[] = [];
  const passing = createPostgresAnswer((bytes) => written.push(Buffer.from(bytes)), readyAtEnd);
  let at = 0;
  for (const length of [...pieces, answer.length]) {
    const piece = Buffer.from(answer.subarray(at, at + length));
    passing.add(piece);
    // The database uses its memory again.
    piece.fill(0);
    at += length;
  }
  passing.end();
  return Buffer.concat(written);
}

const [parsed, row, failed] = [message('1', ''), message('D', 'Z12345Z'), message('E', 'SERROR')];
const ready = (state: string) => message('Z', state);
const pieces = fc.array(fc.integer({ min: 1, max: 9 }));

describe('an answer of the embedded database, cut anywhere', () => {
  test('is passed on as it is', () => {
    const whole = Buffer.concat([parsed, row, row, ready('T')]);
    fc.assert(fc.property(pieces, (cut) => expect(passedOn(whole, cut, true)).toEqual(whole)));
  });

  test('says once that it is over, at its end, after an error too', () => {
    fc.assert(
      fc.property(pieces, (cut) => {
        const twice = Buffer.concat([parsed, failed, ready('T'), ready('E')]);
        expect(passedOn(twice, cut, true)).toEqual(Buffer.concat([parsed, failed, ready('E')]));
      }),
    );
  });

  test('never says it where the client asks on', () => {
    fc.assert(
      fc.property(pieces, (cut) => {
        expect(passedOn(Buffer.concat([failed, ready('I')]), cut, false)).toEqual(failed);
      }),
    );
  });
});
