import { readPower } from '../../../src/usecases/imports/readPower';

describe('a power of removal', () => {
  test('holds until further notice where no end is written', () => {
    expect(readPower('constable:2024-09-01..')).toEqual({
      power: 'constable',
      from: '2024-09-01',
      until: null,
      limits: null,
    });
  });

  test('keeps the last day and the limits of a designation', () => {
    expect(readPower('pcso_removal:2026-01-01..2027-01-01:on foot: in Popley')).toEqual({
      power: 'pcso_removal',
      from: '2026-01-01',
      until: '2027-01-01',
      limits: 'on foot: in Popley',
    });
  });

  test.each([
    'constable',
    'constable:2024-09-01',
    'teacher:2024-09-01..',
    'constable:2024-13-01..',
    'constable:2024-09-01..2023-09-01',
  ])('"%s" can’t be read', (written) => {
    expect(readPower(written)).toBeNull();
  });
});
