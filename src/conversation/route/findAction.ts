import { z } from 'zod';
import { type Action, actionSchema } from '../model/action';
import type { FormValues } from '../model/form';
import { type FormPurpose, formPurposeSchema } from '../model/outcome';
import type { Turn } from '../turn';

const noLongerWorks = 'This button no longer works. Write to me, and I show you what is true now.';
const notYours = 'This button was made for somebody else. Write to me, and I make you your own.';
const formExpired = 'This form was open for too long and was not saved. Open it again: nothing else is lost.';

/** What a token stands for, if it was made for this person and has not expired. */
export async function findAction(
  turn: Turn,
  token: string,
): Promise<{ kind: 'action'; action: Action } | { kind: 'refused'; sentence: string }> {
  const row = await turn.work.tx.buttonToken.findUnique({ where: { token } });
  if (row === null || row.expiresAt <= turn.work.now) return { kind: 'refused', sentence: noLongerWorks };
  if (row.staffId !== turn.person.staffId) return { kind: 'refused', sentence: notYours };
  const action = actionSchema.safeParse(row.subject);
  return action.success
    ? { kind: 'action', action: action.data }
    : { kind: 'refused', sentence: noLongerWorks };
}

const filledSchema = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()]),
);

/** A form that came back: what it is for, and what stood in it when it was opened. `again`: it was accepted before. */
export type FormFound =
  | { readonly kind: 'form'; readonly purpose: FormPurpose; readonly filled: FormValues }
  | { readonly kind: 'again' }
  | { readonly kind: 'refused'; readonly sentence: string };

/** What a submitted form is for, if this person opened it and it has not expired. Held until the transaction ends. */
export async function findForm(turn: Turn, session: string): Promise<FormFound> {
  await turn.work.tx.$executeRaw`SELECT 1 FROM "FormSession" WHERE id = ${session} FOR UPDATE`;
  const row = await turn.work.tx.formSession.findUnique({ where: { id: session } });
  if (row === null || row.expiresAt <= turn.work.now) return { kind: 'refused', sentence: formExpired };
  if (row.staffId !== turn.person.staffId) return { kind: 'refused', sentence: notYours };
  if (row.usedAt !== null) return { kind: 'again' };
  const purpose = formPurposeSchema.safeParse(row.subject);
  const filled = filledSchema.safeParse(row.filled);
  if (!purpose.success || !filled.success) return { kind: 'refused', sentence: formExpired };
  return { kind: 'form', purpose: purpose.data, filled: filled.data };
}

/** The form was accepted: sent once more, it changes nothing. */
export async function closeForm(turn: Turn, session: string): Promise<void> {
  await turn.work.tx.formSession.updateMany({ where: { id: session }, data: { usedAt: turn.work.now } });
}
