import { readPostcode } from '../../src/domain/postcode';

describe('a postcode', () => {
  test.each([
    ['rg214al', 'RG21 4AL'],
    [' RG21  4AL ', 'RG21 4AL'],
    ['so249bs', 'SO24 9BS'],
    ['M1 1AA', 'M1 1AA'],
    ['ec1a1bb', 'EC1A 1BB'],
    ['W1A 0AX', 'W1A 0AX'],
  ])('%s is stored as %s', (written, stored) => {
    expect(readPostcode(written)).toBe(stored);
  });

  test.each(['', 'RG21', 'QQ21 4AL', 'RG21 4CL', 'RG21 4AV', 'RG214 4AL', '21 4AL', 'RG21 AAL'])(
    '"%s" can’t be one',
    (written) => {
      expect(readPostcode(written)).toBeNull();
    },
  );
});
