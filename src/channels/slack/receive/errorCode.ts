import { WebAPIPlatformError, type WebAPIRequestError } from '@slack/web-api';

/** What may be logged of an error: its kind and code, never its message, which can carry what a person wrote. */
export function errorCode(error: unknown): string {
  if (error instanceof WebAPIPlatformError) return error.data.error.slice(0, 60);
  if (!(error instanceof Error)) return 'unknown';
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null;
  return code === null ? error.name : `${error.name} ${code}`;
}

/** The code of what kept a request from being answered. */
export function causeOf({ original }: WebAPIRequestError): string {
  return 'code' in original && typeof original.code === 'string' ? original.code : original.name;
}

/** Whether it is a code of Slack's. A body that is not Slack's JSON comes as its own text: a proxy spoke. */
export function isSlackCode(code: string): boolean {
  return /^[a-z0-9_]+$/.test(code);
}
