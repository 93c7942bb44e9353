import fc from 'fast-check';
import { wellFormedText, wellFormedValue } from '../../../src/domain/wellFormedText';
import { hostileText } from '../../helpers/hostileText';
import { SENT_AT, understanding } from './sampleUnderstanding';

const MESSAGE =
  'Kai Brown 14 costello, festival place 1040 with 2 mates, says dentist, walked back to school. ';

/** Generous, for a busy machine; a quiet one needs a few milliseconds. */
const MOST_MILLISECONDS = 1000;

describe('no text makes reading fail or stall', () => {
  test.each([
    ['long', MESSAGE.repeat(110)],
    ['one word', 'a'.repeat(10_000)],
    ['emoji', '🙈'.repeat(5_000)],
    ['right-to-left marks and nulls', '\u202e\u0000Kai\u200f '.repeat(1_000)],
    ['HTML', '<b>Kai</b><script>alert(1)</script>'.repeat(250)],
    ['names', 'Kai Brown and '.repeat(700)],
    ['phrases that begin many patterns', 'taken him and her and both not with the mum is '.repeat(210)],
    ['labels', 'Name: '.repeat(1_600)],
    ['signs', '(.,;:-/ '.repeat(1_200)],
    ['empty', ''],
  ])('%s', (_, text) => {
    const start = performance.now();
    expect(understanding.read({ sentAt: SENT_AT, text }).intent).toEqual(expect.any(String));
    expect(performance.now() - start).toBeLessThan(MOST_MILLISECONDS);
  });

  test('marks and tags around words do not hide them', () => {
    const { encounters } = understanding.read({ sentAt: SENT_AT, text: `<p>\u200e${MESSAGE}</p>` });
    expect(encounters[0]?.school).toBe('The Costello School');
  });

  test('a school and a place that are on no list are kept whole, however long and of whatever letters', () => {
    const [school, where] = ['Blackthorn '.repeat(40).trim(), `x${'𝓐𝓑'.repeat(300)}`];
    const text = `name: Kai Brown\nage: 14\nschool: ${school}\nwhere: ${where}`;
    const { encounters } = understanding.read({ sentAt: SENT_AT, text });
    expect(encounters).toMatchObject([{ schoolSaid: school, placeSaid: where }]);
    const outside = `Kai Brown 14 costello, outside ${'greggs'.repeat(30)}, just now alone`;
    expect(understanding.read({ sentAt: SENT_AT, text: outside }).encounters[0]?.placeSaid).toBe(
      `outside ${'greggs'.repeat(30)}`,
    );
  });

  test('whatever is written, what is understood of it can be stored: no letter is cut in two', () => {
    const words = [
      'Kai Brown',
      '14',
      'costello',
      'name: ',
      '\nschool: ',
      '\nwhere: ',
      'outside ',
      'handed over to ',
    ];
    const part = fc.oneof(hostileText, fc.constantFrom(...words, '𝓐', '\u{1f600}'));
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
        const message = { sentAt: SENT_AT, text: wellFormedText(parts.join(' ')) };
        const understood = [understanding.read(message), understanding.readHandOver(message)];
        expect(wellFormedValue(understood)).toEqual(understood);
      }),
      { numRuns: 100 },
    );
  });

  test('a moment that is none leaves the time empty', () => {
    expect(understanding.read({ sentAt: 'soon', text: MESSAGE }).encounters[0]?.occurredAt).toBeNull();
  });
});
