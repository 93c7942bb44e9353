import { type Finding, failed, ok, warning } from './finding';

const warnAboveMs = 5_000;
const failAboveMs = 60_000;

/**
 * This machine's clock beside another. Signatures and tokens hold for five minutes; times on records should be exact
 * to the second.
 * @param input.other whose the other clock is, as `Slack`
 */
export function checkClock(input: { ours: Date; theirs: Date; other: string }): Finding {
  const apartMs = Math.abs(input.ours.getTime() - input.theirs.getTime());
  if (apartMs <= warnAboveMs) return ok(`This machine’s clock agrees with ${input.other}.`);
  const direction = input.ours > input.theirs ? 'ahead of' : 'behind';
  const found = `This machine’s clock is ${sayApart(apartMs)} ${direction} ${input.other}.`;
  const toDo =
    'Have both machines take their time from a time server (NTP). Until then times on records are wrong, and from five minutes on Slack and Teams refuse or are refused.';
  return apartMs > failAboveMs ? failed(found, toDo) : warning(found, toDo);
}

function sayApart(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return seconds < 120 ? `${seconds} seconds` : `${Math.round(seconds / 60)} minutes`;
}
