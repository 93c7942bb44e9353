import type { Analysis } from '../find/analyse';

/** Before these a number counts or times something. */
const NOT_BEFORE =
  /^(?:at|by|till|til|until|before|after|past|to|in|about|around|for|year|age|aged|bus|route|room|flat|platform|channel|patrol|team|day|them|another|only|last|next|quarter|half|and|or)$/;
const NOT_AFTER =
  /^(?:minutes?|mins?|hours?|hrs?|times?|days?|weeks?|am|pm|o'clock|oclock|years?|kids?|children|boys?|girls?|lads?|visits?|people|officers?|mates|miles?|of|to|past|%|more|others?|[:/])$/;
const STREET =
  /^(?:road|rd|street|st|lane|close|way|avenue|ave|drive|court|crescent|gardens|walk|hill|rise|square|terrace)$/;

/**
 * The visit meant by a bare number ("has 11 gone? that visit can be mine"): the only number of a message that is
 * known to be about a visit, and one that is no time, age or house number.
 */
export function looseVisitRef(analysis: Analysis): string | null {
  const { tokens } = analysis;
  const taken = [...analysis.times, ...analysis.ages, ...analysis.years, ...analysis.dates];
  const numbers = tokens.flatMap(({ norm }, i) => {
    // "no reply x3" counts, "Sweep 2" is a patrol.
    if (/^(?:x|times|sweep|crew|car|section|team)$/i.test(tokens[i - 1]?.norm ?? '')) return [];
    if (!/^[1-9]\d{0,2}$/.test(norm) || taken.some(({ from, to }) => i >= from && i < to)) return [];
    const isHouse = [2, 3].some((step) => STREET.test(tokens[i + step]?.norm ?? ''));
    const isOther =
      isHouse || NOT_BEFORE.test(tokens[i - 1]?.norm ?? '') || NOT_AFTER.test(tokens[i + 1]?.norm ?? '');
    return isOther ? [] : [norm];
  });
  const [only] = numbers;
  return only && numbers.length === 1 ? `V${only}` : null;
}
