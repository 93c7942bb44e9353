import { tokenise } from '../../../../src/conversation/understand/words/tokenise';
import { encounter } from '../sampleUnderstanding';

const plain = (text: string): string =>
  tokenise(text)
    .map((token) => token.norm)
    .filter((word) => word !== '')
    .join(' ');

describe('text-speak is read as the plain words it stands for', () => {
  test.each([
    ['wiv hr nan', 'with her nan'],
    ['2 hrs ago', '2 hrs ago'],
    ['on reducd hrs', 'on reduced hours'],
    ['he wdnt say y', "he wouldn't say why"],
    ['wlkd bk 2 skl', 'walked back to school'],
    ['legd it frm th bus', 'legged it from the bus'],
    ['gt dntst appt', 'got dentist appointment'],
    ['orf 2 th dentst', 'off to the dentist'],
    ['lt hm go', 'let him go'],
    ['ny1 sn thm b4', 'anyone seen them before'],
  ])('%s', (said, meant) => {
    expect(plain(said)).toBe(meant);
  });

  test.each(['22nd of May', 'PC KB', 'NT Smith'])(
    'dates, initials and codes stay as they are: %s',
    (text) => {
      expect(plain(text)).not.toMatch(/ and | not /);
    },
  );

  test('a school written without its vowels is found', () => {
    expect(encounter('kai webb 14 crnbrne, at the Malls 1040, no reason').school).toBe('Cranbourne');
  });

  test('short verbs are no further children', () => {
    const read = encounter('kai webb 14 costlo at the malls 1040, dnt strt til 1, skl nt rung yt');
    expect([read.givenName, read.familyName, read.school]).toEqual(['Kai', 'Webb', 'The Costello School']);
  });
});
