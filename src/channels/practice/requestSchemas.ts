import { z } from 'zod';
import { wellFormedText } from '../../domain/wellFormedText';

const said = z.string().transform(wellFormedText);

const as = z.string().min(1).max(200);
const conversation = z.string().min(1).max(500);
/** Made by the page for each thing done: the same request sent twice is one thing done. */
const requestId = z.string().regex(/^[A-Za-z0-9-]{8,64}$/);
const messageId = z.number().int().positive();
const text = said.pipe(z.string().trim().min(1).max(12_000));
const formValue = z.union([said, z.number(), z.boolean(), z.array(said), z.null()]);

/** The bodies of the practice room's requests. */
export const bodies = {
  send: z.object({ as, conversation, text, requestId }),
  edit: z.object({ as, messageId, text, requestId }),
  remove: z.object({ as, messageId, requestId }),
  press: z.object({ as, messageId, token: z.string().min(1).max(2000), requestId }),
  /** `data` is what the form's card sends when it is submitted, as Teams gets it. */
  submit: z.object({ as, conversation, data: z.record(z.string().max(200), formValue), requestId }),
  command: z.object({ as, conversation, text: said.pipe(z.string().max(12_000)), requestId }),
  opened: z.object({ as, requestId }),
};

const number = z.coerce.number().int().nonnegative();

/** The query strings of the practice room's requests. */
export const queries = {
  as: z.object({ as }),
  messages: z.object({ as, conversation, since: number.optional(), before: number.optional() }),
  suggest: z.object({ as, source: z.enum(['schools', 'places']), q: said.pipe(z.string().max(200)) }),
};
