import { randomBytes } from 'node:crypto';
import type { Prisma } from '../../data/generated/client';
import type { Work } from '../../data/unitOfWork';
import { type ActionButton, formActions } from '../model/action';
import type { Block, Card, TokenButton } from '../model/card';
import type { Form } from '../model/form';
import type { FormView, View } from '../model/outcome';

/** How long a button or an open form works. What it may do is asked again at the press. */
const buttonDays = 14;
const formHours = 12;

/** Gives buttons and forms their tokens, which are stored with the last writes of the change. */
export interface Minting {
  card(view: View, staffId: string | null): Card;
  form(view: FormView, staffId: string): Form;
}

/** Buttons and forms get opaque, unguessable names; what they stand for and who may press is stored with the change. */
export function mintTokens(work: Work): Minting {
  const { tokens, sessions } = work.last;

  const tokenFor = (button: ActionButton, staffId: string): TokenButton => {
    const token = opaqueName();
    tokens.push({
      token,
      action: button.action.name,
      subject: button.action,
      staffId,
      expiresAt: new Date(work.now.getTime() + buttonDays * 24 * 3600_000),
      createdAt: work.now,
    });
    const opensForm = formActions.includes(button.action.name);
    return { label: button.label, style: button.style, token, ...(opensForm && { opensForm }) };
  };

  const block = (one: Block<ActionButton>, staffId: string | null): Block[] => {
    if (one.kind !== 'buttons') return [one];
    // Whom nobody knows gets no buttons.
    if (staffId === null || one.buttons.length === 0) return [];
    return [{ kind: 'buttons', buttons: one.buttons.map((button) => tokenFor(button, staffId)) }];
  };

  return {
    card: (view, staffId) => ({ ...view, blocks: view.blocks.flatMap((one) => block(one, staffId)) }),
    form: ({ purpose, filled, ...view }, staffId) => {
      const session = opaqueName();
      sessions.push({
        id: session,
        staffId,
        form: purpose.name,
        subject: purpose,
        filled: JSON.parse(JSON.stringify(filled)) as Prisma.InputJsonObject,
        expiresAt: new Date(work.now.getTime() + formHours * 3600_000),
        createdAt: work.now,
      });
      return { ...view, session };
    },
  };
}

/** 128 random bits: nothing of whom or what it is for. */
function opaqueName(): string {
  return randomBytes(16).toString('base64url');
}
