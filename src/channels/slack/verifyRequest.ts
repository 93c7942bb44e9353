import { isValidSlackRequest } from '@slack/bolt';

const fiveMinutes = 300;

/**
 * Whether Slack signed this body with our secret within five minutes of now, in either direction. Bolt compares the
 * signature in constant time and refuses old timestamps; it lets future ones pass, which would let a kept request be
 * replayed later, so that is looked at here.
 */
export function verifyRequest(input: {
  readonly signingSecret: string;
  readonly body: string;
  readonly signature: string | undefined;
  readonly timestamp: string | undefined;
  readonly now: Date;
}): boolean {
  const { signingSecret, body, signature, timestamp, now } = input;
  if (signature === undefined || timestamp === undefined || !/^\d{1,12}$/.test(timestamp)) return false;
  const seconds = Number(timestamp);
  if (Math.abs(now.getTime() / 1000 - seconds) > fiveMinutes) return false;
  return isValidSlackRequest({
    signingSecret,
    body,
    headers: { 'x-slack-signature': signature, 'x-slack-request-timestamp': seconds },
    nowMilliseconds: now.getTime(),
  });
}
