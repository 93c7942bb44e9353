import type { Logger } from 'pino';
import type { ConversationPort } from '../../conversation/model/conversationPort';
import type { ChangeFeed } from './changeFeed';
import type { PracticeStore } from './practiceStore';
import type { RenderForSlack } from './presentMessage';

/** What the practice room's routes work with. */
export interface PracticeParts {
  readonly port: ConversationPort;
  readonly store: PracticeStore;
  readonly feed: ChangeFeed;
  readonly renderForSlack: RenderForSlack;
  readonly log: Logger;
  /** The time now. */
  readonly clock: () => Date;
}
