import { WebAPIPlatformError } from '@slack/web-api';

/** What may be logged of an error: its kind and code, never its message, which can carry what a person wrote. */
export function errorCode(error: unknown): string {
  if (error instanceof WebAPIPlatformError) return error.data.error.slice(0, 60);
  if (!(error instanceof Error)) return 'unknown';
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null;
  return code === null ? error.name : `${error.name} ${code}`;
}
