/** How fast one conversation may be written to: a burst, then so many a second. */
export interface Pace {
  readonly burst: number;
  readonly perSecond: number;
}

/**
 * Below what the platforms refuse (platforms: Slack about 1 a second and channel, with bursts; Teams 7 a second and 60
 * in half a minute for a conversation).
 */
export const platformPaces: Readonly<Record<'slack' | 'teams' | 'practice', Pace>> = {
  slack: { burst: 8, perSecond: 1 },
  teams: { burst: 6, perSecond: 1.8 },
  practice: { burst: 1000, perSecond: 1000 },
};

/** Counts what was sent to each conversation; answers how long to wait, in milliseconds, before the next. */
export function createPace(pace: Pace): (conversation: string, nowMs: number) => number {
  const buckets = new Map<string, { left: number; at: number }>();
  return (conversation, nowMs) => {
    const bucket = buckets.get(conversation) ?? { left: pace.burst, at: nowMs };
    const left = Math.min(pace.burst, bucket.left + ((nowMs - bucket.at) / 1000) * pace.perSecond);
    if (buckets.size > 10_000) buckets.clear();
    if (left < 1) {
      buckets.set(conversation, { left, at: nowMs });
      return Math.ceil(((1 - left) / pace.perSecond) * 1000);
    }
    buckets.set(conversation, { left: left - 1, at: nowMs });
    return 0;
  };
}
