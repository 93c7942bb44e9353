import { type Action, actionSchema } from '../model/action';
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
  const row = await turn.work.tx.buttonToken.findUnique({ where: { token: token.slice(0, 100) } });
  if (row === null || row.expiresAt <= turn.work.now) return { kind: 'refused', sentence: noLongerWorks };
  if (row.staffId !== turn.person.staffId) return { kind: 'refused', sentence: notYours };
  const action = actionSchema.safeParse(row.subject);
  return action.success
    ? { kind: 'action', action: action.data }
    : { kind: 'refused', sentence: noLongerWorks };
}

/** What a submitted form is for, if this person opened it and it has not expired. */
export async function findPurpose(
  turn: Turn,
  session: string,
): Promise<{ kind: 'purpose'; purpose: FormPurpose } | { kind: 'refused'; sentence: string }> {
  const row = await turn.work.tx.formSession.findUnique({ where: { id: session.slice(0, 100) } });
  if (row === null || row.expiresAt <= turn.work.now) return { kind: 'refused', sentence: formExpired };
  if (row.staffId !== turn.person.staffId) return { kind: 'refused', sentence: notYours };
  const purpose = formPurposeSchema.safeParse(row.subject);
  return purpose.success
    ? { kind: 'purpose', purpose: purpose.data }
    : { kind: 'refused', sentence: formExpired };
}
