/** Check letters by index, without I, O and S, which are easily misread (domain.md section 7; DfE's UPN guide). */
const checkLetters = 'ABCDEFGHJKLMNPQRTUVWXYZ';

/**
 * A unique pupil number as written by a person, put into its form: 13 characters, a check letter first; a temporary
 * number ends in a letter.
 * @returns the number in capitals without spaces, or why it can't be one
 */
export function readUpn(
  written: string,
): { readonly upn: string } | { readonly wrong: 'form' | 'check letter' } {
  const upn = written.replaceAll(/\s/g, '').toUpperCase();
  if (!/^[A-Z]\d{11}[\dA-Z]$/.test(upn)) return { wrong: 'form' };
  const values = [...upn.slice(1)].map((character) =>
    /\d/.test(character) ? Number(character) : checkLetters.indexOf(character),
  );
  if (values.includes(-1)) return { wrong: 'form' };
  // Positions 2 to 13, each digit times its position.
  const sum = values.reduce((total, value, index) => total + value * (index + 2), 0);
  return upn[0] === checkLetters[sum % checkLetters.length] ? { upn } : { wrong: 'check letter' };
}
