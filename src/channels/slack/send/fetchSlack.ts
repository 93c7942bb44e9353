/** `fetch`, whose failures carry the system's code (`ECONNREFUSED`): it tells whether anything was sent. */
export const fetchSlack: typeof fetch = async (input, init) => {
  try {
    return await fetch(input, init);
  } catch (error) {
    throw Object.assign(new Error('Slack not reached'), { code: codeOf(error) ?? 'not reached' });
  }
};

/** The code of an error, or of what caused it; a time-out has a name only. */
function codeOf(error: unknown): string | null {
  if (typeof error !== 'object' || error === null) return null;
  if ('code' in error && typeof error.code === 'string') return error.code;
  if ('errors' in error && Array.isArray(error.errors)) return codeOf(error.errors[0]);
  if ('cause' in error && error.cause !== undefined) return codeOf(error.cause);
  return 'name' in error && typeof error.name === 'string' ? error.name : null;
}
