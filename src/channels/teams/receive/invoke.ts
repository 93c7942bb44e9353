import { z } from 'zod';
import type { Inbound } from '../../../conversation/model/inbound';
import { readSubmit } from '../../adaptive/readSubmit';
import type { Activity } from './activity';
import type { Common } from './common';
import { eventKey } from './keys';

/** The invokes Rollcall answers; each has its own shape of answer. */
export type InvokeName = 'adaptiveCard/action' | 'task/fetch' | 'task/submit';

/** An invoke: what it means, and how it has to be answered. `inbound` is null where its data is none of ours. */
export interface Invoke {
  readonly name: InvokeName;
  readonly inbound: Inbound | null;
}

const actionValue = z.looseObject({ action: z.looseObject({ data: z.unknown() }) });
const taskValue = z.looseObject({ data: z.unknown() });

/** Reads an invoke; null for a name Rollcall does not know. */
export function readInvoke(activity: Activity, common: Common): Invoke | null {
  switch (activity.name) {
    case 'adaptiveCard/action': {
      const data = actionValue.safeParse(activity.value).data?.action.data;
      const answered = { ...common, answersWithCard: true };
      return { name: 'adaptiveCard/action', inbound: pressOrSubmit(data, activity, answered) };
    }
    case 'task/fetch': {
      const data = taskValue.safeParse(activity.value).data?.data;
      const answered = { ...common, canOpenForm: true };
      return { name: 'task/fetch', inbound: pressOrSubmit(data, activity, answered) };
    }
    case 'task/submit': {
      const data = taskValue.safeParse(activity.value).data?.data;
      return { name: 'task/submit', inbound: pressOrSubmit(data, activity, common) };
    }
    default:
      return null;
  }
}

function pressOrSubmit(data: unknown, activity: Activity, common: Common): Inbound | null {
  const submitted = readSubmit(data);
  if (!submitted) return null;
  // Without an id a repetition is told by what is in it.
  const id = activity.id ?? common.actionKey ?? common.orderKey;
  const key = (kind: string) => eventKey(kind, activity.conversation.id, activity.name ?? '', id);
  if (submitted.kind === 'press') {
    const messageRef = activity.replyToId ?? null;
    return { ...common, kind: 'press', eventKey: key('press'), token: submitted.token, messageRef };
  }
  const { session, values } = submitted;
  return { ...common, kind: 'submit', eventKey: key('submit'), session, values };
}
