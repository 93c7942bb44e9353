import { readUpn } from '../../src/domain/upn';

describe('a unique pupil number', () => {
  // Examples of domain.md, section 7.
  test.each(['R201100018042', 'T20110001804V', 'H801200001001'])('%s is one', (upn) => {
    expect(readUpn(upn)).toEqual({ upn });
  });

  test('is put into capitals without spaces', () => {
    expect(readUpn(' r2011 0001 8042 ')).toEqual({ upn: 'R201100018042' });
  });

  test.each(['R201100018043', 'A201100018042', 'R201100081042', 'T20110001804W'])(
    '%s was mistyped: its check letter does not fit',
    (written) => {
      expect(readUpn(written)).toEqual({ wrong: 'check letter' });
    },
  );

  test.each(['', 'R20110001804', 'R2011000180422', '2201100018042', 'T20110001804I', 'R2O1100018042'])(
    '"%s" does not have the form of one',
    (written) => {
      expect(readUpn(written)).toEqual({ wrong: 'form' });
    },
  );
});
