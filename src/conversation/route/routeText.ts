import { type Draft, openDrafts } from '../../data/drafts';
import { parseEncounterReference } from '../../domain/encounterRecord';
import { draftsToFinish } from '../../usecases/drafts/draftsToFinish';
import { readEncounter } from '../../usecases/encounters/readEncounter';
import type { Outcome } from '../model/outcome';
import type { Turn } from '../turn';
import { draftsCard } from '../views/draftCards';
import { homeCard } from '../views/homeCard';
import { helpCard, notYetCard } from '../views/notes';
import { amendDrafts } from './amendDrafts';
import type { ShortAnswer } from './applyAmendment';
import { beginFromReading, childrenUnderstood } from './beginFromReading';
import { openEncounterForm } from './encounterForms';
import { encounterView } from './encounterView';
import { sayHandOver } from './handOver';
import { offerChangeAfterSaving } from './offerChangeAfterSaving';
import { refusal } from './refusal';
import { takeWorriedWords } from './takeWorriedWords';

/** Words said in private, in a command, or in a channel by mention: to what they mean. */
export async function routeText(turn: Turn, said: ShortAnswer): Promise<readonly Outcome[]> {
  const words = said.text.trim();
  const keyword = await routeKeyword(turn, words.toLowerCase().replace(/[.!?]+$/, ''));
  if (keyword !== null) return keyword;
  const reference = parseEncounterReference(words);
  if (reference !== null) return showEncounter(turn, { number: reference });
  const handedOver = await sayHandOver(turn, said);
  if (handedOver !== null) return handedOver;
  const drafts = await openDrafts(turn.work.tx, turn.person.staffId);
  if (drafts.length > 0) {
    const amended = await amendDrafts(turn, drafts, said);
    if (amended !== null) return amended;
  }
  return routeReading(turn, said, drafts);
}

async function routeKeyword(turn: Turn, words: string): Promise<readonly Outcome[] | null> {
  switch (words) {
    case '':
    case 'help':
      return [{ kind: 'reply', view: helpCard('What you can write to me') }];
    case 'draft':
    case 'drafts':
    case 'my drafts':
      return [
        {
          kind: 'reply',
          view: draftsCard({ drafts: await draftsToFinish(turn.work.tx, turn.person), now: turn.work.now }),
        },
      ];
    case 'form':
    case 'log an encounter':
      return openEncounterForm(turn);
    case 'earlier contacts':
      return [{ kind: 'reply', view: notYetCard('earlierContacts') }];
    case 'home':
    case 'my day':
      return [
        {
          kind: 'reply',
          view: homeCard({ name: turn.person.name, drafts: await draftsToFinish(turn.work.tx, turn.person) }),
        },
      ];
    default:
      return null;
  }
}

/** Words that neither answer nor amend anything, by what they are understood to say. */
export async function routeReading(
  turn: Turn,
  said: ShortAnswer,
  drafts: readonly Draft[],
): Promise<readonly Outcome[]> {
  const reading = turn.understanding.read({ sentAt: said.sentAt, text: said.text });
  switch (reading.intent) {
    case 'log_encounter':
      if (reading.encounters.length === 0)
        return (
          (await takeWorriedWords(turn, drafts, said)) ?? [
            { kind: 'reply', view: helpCard('I couldn’t find a child in that') },
          ]
        );
      return beginFromReading(turn, {
        children: childrenUnderstood(reading),
        source: { messageKey: said.messageKey, text: said.text, sentAt: said.sentAt, part: 'first' },
      });
    case 'list_visits':
    case 'claim_visit':
    case 'release_visit':
    case 'complete_visit':
      return [{ kind: 'reply', view: notYetCard('visits') }];
    case 'find_child':
      return [{ kind: 'reply', view: notYetCard('earlierContacts') }];
    case 'briefing':
      return [{ kind: 'reply', view: notYetCard('briefing') }];
    case 'help':
      return [{ kind: 'reply', view: helpCard('What you can write to me') }];
    case 'other': {
      const worried = await takeWorriedWords(turn, drafts, said);
      if (worried !== null) return worried;
      const saved = await offerChangeAfterSaving(turn, said);
      if (saved !== null) return saved;
      return [
        {
          kind: 'reply',
          view: helpCard(
            drafts.length > 0
              ? 'I didn’t find an encounter or a change to your draft in that'
              : 'I didn’t find an encounter in that',
          ),
        },
      ];
    }
  }
}

/** A saved encounter, by reference or id, for those who may read it. */
export async function showEncounter(
  turn: Turn,
  where: { id: string } | { number: number },
  reason: 'met now' | 'opened by reference' = 'opened by reference',
): Promise<readonly Outcome[]> {
  const outcome = await readEncounter(turn.work, turn.person, where, reason);
  if (outcome.kind === 'refused') return refusal(outcome.sentence);
  return [{ kind: 'reply', view: await encounterView(turn, outcome.encounter) }];
}
