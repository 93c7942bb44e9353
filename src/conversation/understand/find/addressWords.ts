import { nonEmptyNorms } from '../words/normsOf';
import type { Token } from '../words/token';

const STREET_TYPE =
  /^(?:road|rd|street|lane|ln|close|cl|way|avenue|ave|drive|court|crescent|cres|square|terrace|gardens|estate|house|rise|walk|grove|hill|green|place|mead|view|row|flats|gate|heights|copse|meadow|meadows|fields|field|park|croft|end|vale|dale|mews|parade|ridge)$/;

/** "lives 12 Hawthorn Rise", "of 4 Sycamore Way": where somebody lives, not who. */
export function isAddress(tokens: readonly Token[], at: number, end: number): boolean {
  const lead = nonEmptyNorms(tokens, at - 5, at);
  const last = tokens[end - 1]?.norm ?? '';
  const isStreetLike = STREET_TYPE.test(last) || STREET_TYPE.test(tokens[end]?.norm ?? '');
  if (
    /(?:^| )(?:lives?|living|address|resides?|addr|home address|staying|lived)(?: is| :)?(?: at| in| on| with)?(?: number| no| flat| the)?(?: \d+ ?[a-d]?)?(?: ,)?$/.test(
      lead,
    )
  )
    return isStreetLike || /\d+ ?[a-d]?(?: ,)?$/.test(lead) || /lives?(?: at| in| on)$/.test(lead);
  const isRoad = /^(?:road|rd|street|lane|ln|close|way|avenue|ave|drive|crescent|cres|terrace|rise)$/.test(
    last,
  );
  if (isRoad && end - at > 1 && /(?:^| )(?:on|in|at|off|near|along|down|up|visit|from|of|by)$/.test(lead))
    return true;
  return (
    isStreetLike && end - at > 1 && /(?:^| )(?:of|at|on|flat|to) (?:number |no |flat )?\d{1,3}$/.test(lead)
  );
}

/** A street, shop or school by the word after the name. */
export const isStreet = (tokens: readonly Token[], end: number): boolean =>
  /^(?:road|rd|street|st|lane|ln|close|cl|way|avenue|ave|drive|dr|court|ct|crescent|cres|square|terrace|gardens|school|academy|college|estate|house|centre|park|church|shop|café|cafe|pub|arms|station|surgery|hospital|fair|primary|junior|juniors|infants|rise|walk|grove|hill|green)$/.test(
    tokens[end]?.raw.toLowerCase() ?? '',
  );
