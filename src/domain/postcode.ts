/** Postcode areas in use in the United Kingdom and the Crown dependencies (Royal Mail). */
const areas = new Set(
  (
    'AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX ' +
    'FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE ' +
    'NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ ' +
    'TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE'
  ).split(' '),
);

/**
 * A postcode as it is stored: capitals, one space (domain.md section 7). Its area is a real one and its form is right;
 * whether the street exists is not checked.
 * @returns null where it can't be a postcode
 */
export function readPostcode(written: string): string | null {
  const compact = written.replaceAll(/\s/g, '').toUpperCase();
  const parts = /^([A-Z]{1,2})(\d[\dA-Z]?)(\d[ABD-HJLNP-UW-Z]{2})$/.exec(compact);
  if (parts === null) return null;
  const [, area = '', district = '', inward = ''] = parts;
  return areas.has(area) ? `${area}${district} ${inward}` : null;
}
