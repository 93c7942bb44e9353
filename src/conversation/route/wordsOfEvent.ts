import { z } from 'zod';
import type { Turn } from '../turn';
import type { ShortAnswer } from './applyAmendment';

const payloadSchema = z.object({ text: z.string(), sentAt: z.string(), messageKey: z.string() });

/** What this person wrote earlier, by its row in the inbox; null where it is gone or somebody else's. */
export async function wordsOfEvent(turn: Turn, eventId: string): Promise<ShortAnswer | null> {
  const event = await turn.work.tx.inboundEvent.findFirst({
    where: { id: BigInt(eventId), account: { staffId: turn.person.staffId } },
    select: { payload: true },
  });
  const parsed = payloadSchema.safeParse(event?.payload);
  return parsed.success ? parsed.data : null;
}
