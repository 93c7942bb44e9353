import { parse } from 'node:querystring';

/** A request's body as an object: JSON for events, a form with `payload` for interactivity, a form for commands. */
export function parseBody(raw: string, contentType: string): Readonly<Record<string, unknown>> | null {
  if (!contentType.startsWith('application/x-www-form-urlencoded')) return parseObject(raw);
  const form = parse(raw);
  return typeof form.payload === 'string' ? parseObject(form.payload) : { ...form };
}

function parseObject(json: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}
