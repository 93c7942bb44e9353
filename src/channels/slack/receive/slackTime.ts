/** Slack's `1700000000.123456` (seconds since 1970, UTC) as ISO 8601 in UTC, to the millisecond. */
export function isoFromSlackTime(ts: string): string {
  return new Date(Math.round(Number(ts) * 1000)).toISOString();
}

/** A moment in Slack's form, so that what comes without a timestamp (commands) sorts with what has one. */
export function slackTimeFrom(moment: Date): string {
  return `${Math.floor(moment.getTime() / 1000)}.${String(moment.getTime() % 1000).padStart(3, '0')}000`;
}

/** A timestamp of Slack's, ten digits and six. */
export const slackTimePattern = /^\d{10}\.\d{6}$/;
