import {
  againstRemoval,
  isRemovalInQuestion,
  powerProblem,
  REMOVAL_GROUNDS,
} from '../../src/domain/removalPower';

const direction = { from: new Date('2026-11-24T09:00:00Z'), until: new Date('2026-11-24T15:00:00Z') };

describe('the power of removal', () => {
  test.each([
    ['within the hours', '2026-11-24T10:40:00Z', true],
    ['at the first minute', '2026-11-24T09:00:00Z', true],
    ['at the last minute', '2026-11-24T15:00:00Z', true],
    ['before them', '2026-11-24T08:59:59Z', false],
    ['after them', '2026-11-24T15:00:01Z', false],
  ])('with the power, %s', (_, met, expected) => {
    expect(isRemovalInQuestion({ hasPower: true, direction, met: new Date(met) })).toBe(expected);
    expect(isRemovalInQuestion({ hasPower: false, direction, met: new Date(met) })).toBe(false);
    expect(isRemovalInQuestion({ hasPower: true, direction: null, met: new Date(met) })).toBe(false);
  });

  test.each([
    ['home_educated', 'designated_place', /does not cover home-educated/],
    ['home_educated', 'returned_to_school', /does not cover home-educated/],
    ['excluded', 'returned_to_school', /never takes a child back/],
    ['excluded', 'designated_place', null],
    ['ill', 'returned_to_school', null],
  ] as const)('said to be %s, %s', (claimedReason, outcome, sentence) => {
    const against = againstRemoval({ claimedReason, outcome });
    if (sentence === null) expect(against).toBeNull();
    else expect(against).toMatch(sentence);
  });

  test('section 16 needs every ground and the officer’s own words; nothing else needs any', () => {
    const all = { used: 'section_16' as const, confirmed: REMOVAL_GROUNDS, ownGrounds: 'in uniform' };
    expect(powerProblem(all)).toBeNull();
    for (const ground of REMOVAL_GROUNDS)
      expect(powerProblem({ ...all, confirmed: REMOVAL_GROUNDS.filter((one) => one !== ground) })).toBe(
        'grounds',
      );
    expect(powerProblem({ ...all, ownGrounds: '' })).toBe('ownGrounds');
    expect(powerProblem({ used: 'went_willingly', confirmed: [], ownGrounds: '' })).toBeNull();
  });
});
