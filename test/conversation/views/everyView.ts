import fc from 'fast-check';
import type { FormView, View } from '../../../src/conversation/model/outcome';
import { alreadySavedCard } from '../../../src/conversation/views/alreadySavedCard';
import { checkCard } from '../../../src/conversation/views/checkCard';
import { concernAlert, concernCard, concernForm } from '../../../src/conversation/views/concernCards';
import { leftForm, placeCountCard, stayCard } from '../../../src/conversation/views/designatedPlaceViews';
import { draftsCard, throwAwayCard, whichDraftCard } from '../../../src/conversation/views/draftCards';
import { encounterCard } from '../../../src/conversation/views/encounterCard';
import { encounterForm, formValues } from '../../../src/conversation/views/encounterForm';
import {
  handOverAlert,
  handOverEnded,
  handOverForm,
  handOverQuestion,
  whichHandOver,
} from '../../../src/conversation/views/handOverViews';
import { homeCard } from '../../../src/conversation/views/homeCard';
import * as notes from '../../../src/conversation/views/notes';
import { noticeCard } from '../../../src/conversation/views/noticeCard';
import { powerForm } from '../../../src/conversation/views/powerForm';
import { receiptCard } from '../../../src/conversation/views/receiptCard';
import { forceRecord } from '../../../src/conversation/views/wording/forceRecord';
import { worriedAboutNobodyCard, worriedAfterSavingCard } from '../../../src/conversation/views/worriedCards';
import { CONCERN_SIGNS } from '../../../src/domain/concern';
import {
  anyCheck,
  anyChildThere,
  anyConcern,
  anyDraft,
  anyEncounter,
  maybe,
  moment,
  text,
} from './anyRecords';

const now = new Date('2026-11-24T10:52:00Z');
const encounters = fc.array(anyEncounter, { minLength: 1, maxLength: 6 });
const concerns = fc.array(anyConcern, { maxLength: 4 });
const drafts = fc.array(anyDraft, { maxLength: 12 });
const sentence = text;

/** Every card there is, with any text wherever a person or a record may have brought it. */
export const everyView: Readonly<Record<string, fc.Arbitrary<View>>> = {
  alreadySavedCard: fc.record({ saved: encounters, sentence }).map(alreadySavedCard),
  checkCard: fc
    .record({
      check: anyCheck,
      now: fc.constant(now),
      news: maybe(text),
      receptionTeam: maybe(text),
      removalInQuestion: fc.boolean(),
    })
    .map(checkCard),
  concernCard: fc
    .record({
      concern: anyConcern,
      receptionTeam: maybe(text),
      now: fc.constant(now),
      coordinators: maybe(fc.nat({ max: 20 })),
    })
    .map(concernCard),
  concernAlert: anyConcern.map((concern) => concernAlert(concern, now)),
  stayCard: anyEncounter.map(stayCard),
  placeCountCard: fc.array(anyChildThere, { maxLength: 30 }).map((there) => placeCountCard(there, now)),
  throwAwayCard: anyDraft.map(throwAwayCard),
  whichDraftCard: fc
    .record({
      drafts: fc.array(anyDraft, { minLength: 2, maxLength: 5 }),
      eventId: fc.constant('7'),
      now: fc.constant(now),
    })
    .map(whichDraftCard),
  draftsCard: drafts.map((all) => draftsCard({ drafts: all, now })),
  encounterCard: fc
    .record({
      encounter: anyEncounter,
      concerns,
      now: fc.constant(now),
      mayChange: fc.boolean(),
      mayRecognise: fc.boolean(),
      news: text,
    })
    .map(encounterCard),
  handOverQuestion: anyEncounter.map((encounter) => handOverQuestion(encounter, now)),
  handOverAlert: fc
    .tuple(anyEncounter, moment)
    .map(([encounter, askedAt]) => handOverAlert(encounter, askedAt, now)),
  handOverEnded: anyEncounter.map(handOverEnded),
  worriedAfterSavingCard: fc
    .record({
      saved: fc.array(anyEncounter, { minLength: 1, maxLength: 10 }),
      signs: fc.subarray([...CONCERN_SIGNS]),
      receptionTeam: maybe(text),
    })
    .map(worriedAfterSavingCard),
  worriedAboutNobodyCard: fc
    .record({ signs: fc.subarray([...CONCERN_SIGNS]), receptionTeam: maybe(text) })
    .map(worriedAboutNobodyCard),
  whichHandOver: encounters.map((all) => whichHandOver(all, '7')),
  homeCard: fc.record({ name: text, drafts }).map(homeCard),
  noticeCard: fc.tuple(anyEncounter, maybe(text)).map(([encounter, url]) => noticeCard(encounter, url)),
  noteCard: fc
    .oneof(
      sentence,
      fc.tuple(anyEncounter, concerns).map(([encounter, worries]) => forceRecord(encounter, worries)),
    )
    .map(notes.noteCard),
  refusalCard: sentence.map(notes.refusalCard),
  movedOnCard: fc.constant(notes.movedOnCard),
  unknownAccountCard: text.map(notes.unknownAccountCard),
  failedCard: text.map(notes.failedCard),
  notYetCard: fc
    .constantFrom('visits' as const, 'briefing' as const, 'earlierContacts' as const)
    .map(notes.notYetCard),
  helpCard: sentence.map(notes.helpCard),
  receiptCard: fc
    .record({
      encounters,
      concerns,
      now: fc.constant(now),
      undoMinutes: fc.constant(10),
      viewerId: fc.uuid(),
      powerAsked: fc.constantFrom<ReadonlySet<string>>(new Set()),
      forPolice: fc.boolean(),
    })
    .map(receiptCard),
};

const errors = (names: readonly string[]) =>
  fc.dictionary(fc.constantFrom(...names), text, { maxKeys: names.length });
const typed = (names: readonly string[]) =>
  fc.record(Object.fromEntries(names.map((name) => [name, maybe(text)])));

/** Every form there is, filled in with any text and with any text as errors. */
export const everyForm: Readonly<Record<string, fc.Arbitrary<FormView>>> = {
  encounterForm: fc
    .record({
      encounter: anyEncounter,
      over: typed(['date', 'time', 'age', 'reason']),
      withReason: fc.boolean(),
      touched: fc.boolean(),
    })
    .chain(({ encounter, over, withReason, touched }) => {
      const { values } = encounter;
      const filled = formValues({ ...values, fields: values, defaultTime: values.occurredAt });
      return errors(Object.keys(filled)).map((wrong) =>
        encounterForm({
          purpose: { name: 'encounter.change', encounterId: encounter.id, revision: encounter.revision },
          values: touched ? { ...filled, ...over } : filled,
          filled,
          withReason,
          errors: wrong,
        }),
      );
    }),
  handOverForm: fc
    .record({
      encounterId: fc.uuid(),
      reference: text,
      values: typed(['to', 'time']),
      errors: errors(['to', 'time']),
    })
    .map(handOverForm),
  concernForm: fc
    .record({
      concern: anyConcern,
      values: typed(['whom', 'time', 'reference']),
      errors: errors(['whom', 'time', 'reference']),
    })
    .map(concernForm),
  leftForm: fc
    .record({
      encounterId: fc.uuid(),
      reference: text,
      values: typed(['collectedBy', 'relationship', 'time']),
      errors: errors(['collectedBy', 'relationship', 'time']),
    })
    .map(leftForm),
  powerForm: fc
    .record({
      encounter: anyEncounter,
      values: typed(['used', 'grounds', 'ownGrounds']),
      errors: errors(['used', 'grounds', 'ownGrounds']),
    })
    .map(powerForm),
};
