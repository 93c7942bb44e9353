import type { Gazetteer } from '../data/gazetteer';
import type { Work } from '../data/unitOfWork';
import type { Person } from '../domain/person';
import type { Inbound } from './model/inbound';
import type { Understanding } from './understand/reading';

/** The scheme's settings that a conversation needs. Times in minutes. */
export interface Settings {
  readonly accessContact: string;
  readonly draftReminderMinutes: number;
  readonly undoMinutes: number;
  readonly duplicateMinutes: number;
  readonly handOverMinutes: number;
  /** The children's reception team, as a number to ring; null where none is set. */
  readonly receptionTeam: string | null;
  /** Where the privacy notice for children and families stands; null where none is set. */
  readonly privacyNoticeUrl: string | null;
  readonly linkByVerifiedEmail: boolean;
}

/** One thing said, pressed or filled in by one known person, handled in one transaction. */
export interface Turn {
  readonly work: Work;
  readonly person: Person;
  readonly accountId: string;
  readonly inbound: Inbound;
  /** The row of the inbox, by which a later press finds the words again. */
  readonly eventId: string;
  readonly settings: Settings;
  readonly gazetteer: Gazetteer;
  readonly understanding: Understanding;
}
