import { z } from 'zod';
import type { Card } from '../model/card';
import type { Recipient } from '../model/delivery';
import { accountKeySchema } from '../model/inbound';

/** The signature with which every PNG begins, in base64. */
const pngBegins = 'iVBORw0KGgo';

const buttonSchema = z.object({
  label: z.string(),
  style: z.enum(['primary', 'danger', 'plain']),
  token: z.string(),
  opensForm: z.boolean().optional(),
});

const blockSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('heading'), text: z.string() }),
  z.object({
    kind: z.literal('text'),
    text: z.string(),
    tone: z.enum(['normal', 'subtle', 'warning']).optional(),
  }),
  z.object({
    kind: z.literal('facts'),
    facts: z.array(
      z.object({ label: z.string(), value: z.string(), mark: z.enum(['not sure', 'not said']).optional() }),
    ),
  }),
  z.object({ kind: z.literal('list'), items: z.array(z.string()) }),
  z.object({ kind: z.literal('table'), columns: z.array(z.string()), rows: z.array(z.array(z.string())) }),
  z.object({ kind: z.literal('divider') }),
  z.object({ kind: z.literal('image'), png: z.base64().startsWith(pngBegins), alt: z.string().regex(/\S/) }),
  z.object({ kind: z.literal('buttons'), buttons: z.array(buttonSchema) }),
]);

const cardSchema = z.object({ title: z.string(), summary: z.string(), blocks: z.array(blockSchema) });

const recipientSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('person'), account: accountKeySchema, reference: z.unknown() }),
  z.object({ kind: z.literal('conversation'), conversation: z.string() }),
  z.object({ kind: z.literal('home'), account: accountKeySchema }),
]);

const contentSchema = z.object({
  to: recipientSchema,
  card: cardSchema.nullable(),
  onlyIfThere: z.boolean(),
});

/** What a row of the outbox carries: to whom, and the card (none for a deletion). */
export interface OutgoingContent {
  readonly to: Recipient;
  readonly card: Card | null;
  /** An update that is dropped where its message is gone; otherwise the card is posted anew. */
  readonly onlyIfThere: boolean;
}

/** Reads what was stored. @throws where the row is not ours: it is then listed as undeliverable */
export function readOutgoingContent(json: unknown): OutgoingContent {
  return contentSchema.parse(json) as OutgoingContent;
}
