import { z } from 'zod';
import { lockEncounter } from '../../data/encounters';
import { encounterReference } from '../../domain/encounterRecord';
import { POWERS_USED } from '../../domain/encounterTerms';
import { ownGroundsIn, REMOVAL_GROUNDS } from '../../domain/removalPower';
import { wellFormedText } from '../../domain/wellFormedText';
import { encounterIsGone } from '../../usecases/encounters/changeEncounter';
import { recordPower } from '../../usecases/encounters/recordPower';
import type { FormValues } from '../model/form';
import type { FormPurpose, Outcome } from '../model/outcome';
import type { Turn } from '../turn';
import { noteCard } from '../views/notes';
import { powerForm, powerWords } from '../views/powerForm';
import { showSavedDraft } from './draftView';
import { refusal } from './refusal';

const typedSchema = z.object({
  used: z.enum(POWERS_USED),
  grounds: z.preprocess((value) => value ?? [], z.array(z.enum(REMOVAL_GROUNDS))),
  ownGrounds: z.preprocess((value) => wellFormedText(String(value ?? '').trim()), z.string().max(1000)),
});

export async function openPowerForm(turn: Turn, encounterId: string): Promise<readonly Outcome[]> {
  const encounter = await lockEncounter(turn.work.tx, { id: encounterId });
  if (encounter === null) return refusal(encounterIsGone.sentence);
  const { powerUsed, powerGrounds } = encounter.values;
  const values = {
    used: powerUsed,
    grounds: REMOVAL_GROUNDS.filter((ground) => powerGrounds.includes(ground)),
    ownGrounds: ownGroundsIn(powerGrounds)[0] ?? null,
  };
  return [{ kind: 'openForm', form: powerForm({ encounter, values }) }];
}

export async function submitPower(
  turn: Turn,
  { encounterId }: Extract<FormPurpose, { name: 'power.used' }>,
  typed: { values: FormValues; filled: FormValues },
): Promise<readonly Outcome[]> {
  const encounter = await lockEncounter(turn.work.tx, { id: encounterId });
  if (encounter === null) return refusal(encounterIsGone.sentence);
  const again = (errors: Readonly<Record<string, string>>): readonly Outcome[] => [
    { kind: 'formErrors', form: powerForm({ encounter, ...typed, errors }) },
  ];
  const read = typedSchema.safeParse(typed.values);
  if (!read.success) {
    const field = String(read.error.issues[0]?.path[0] ?? 'used');
    return again({
      [field]: field === 'used' ? 'Choose how the child came along.' : 'This can’t be read. Change it.',
    });
  }
  const { used, grounds: confirmed, ownGrounds } = read.data;
  const outcome = await recordPower(turn.work, turn.person, { encounterId, used, confirmed, ownGrounds });
  switch (outcome.kind) {
    case 'refused':
      return refusal(outcome.sentence);
    case 'wrong':
      return again({ [outcome.field]: outcome.sentence });
    case 'recorded': {
      const reference = encounterReference(outcome.encounter.number);
      return [
        { kind: 'reply', view: noteCard(`${reference}: ${powerWords[used].toLowerCase()}. Saved.`) },
        ...(await showSavedDraft(turn, outcome.encounter.draftId)),
      ];
    }
  }
}
