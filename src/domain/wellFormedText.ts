/**
 * Text as the database can hold it: U+0000 and lone surrogates become U+FFFD, everything else stays as written
 * (PostgreSQL text can't hold U+0000, JSON no lone surrogate).
 */
export function wellFormedText(text: string): string {
  return text.toWellFormed().replaceAll('\u0000', '\ufffd');
}

/** The same for every string inside a value made of arrays and plain objects. */
export function wellFormedValue<T>(value: T): T {
  return map(value) as T;
}

function map(value: unknown): unknown {
  if (typeof value === 'string') return wellFormedText(value);
  if (Array.isArray(value)) return value.map(map);
  if (value instanceof Date || value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [wellFormedText(key), map(item)]));
}
