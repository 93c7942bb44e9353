import type { App, types } from '@slack/bolt';
import { slackLimits } from '../limits';
import { readFieldActionId, typedPrefix } from '../render/fieldIds';
import { renderOption } from '../render/fieldOptions';
import { fits } from '../render/safeText';
import { wording } from '../wording';
import { errorCode } from './errorCode';
import { suggestionBodySchema, teamOfPerson } from './interactionBody';
import { slackAccount } from './place';
import type { Here, SlackContext } from './slackContext';

/** Entries for a search field while the person types; first comes what they typed, to keep it as it is. */
export function receiveSuggestions(app: App, here: Here): void {
  app.options(/.*/, async ({ ack, body }) => {
    await ack({ options: await suggestions(body, here(body)) });
  });
}

async function suggestions(body: unknown, context: SlackContext): Promise<types.PlainTextOption[]> {
  const parsed = suggestionBodySchema.safeParse(body);
  if (!parsed.success) return [];
  const { action_id, user, value } = parsed.data;
  const source = readFieldActionId(action_id)?.source ?? null;
  const team = teamOfPerson(parsed.data);
  const query = value.trim();
  if (source === null || team === null || query === '') return [];
  const typed = typedOption(query);
  try {
    const found = await context.port.suggest({ account: slackAccount(team, user.id), source, query });
    const carried = found.filter(
      (option) => option.value !== '' && fits(option.value, slackLimits.optionValue),
    );
    return [...typed, ...carried.map(renderOption)].slice(0, slackLimits.options);
  } catch (error) {
    context.log.warn({ platform: 'slack', kind: 'suggest', code: errorCode(error) }, 'nothing to suggest');
    return typed;
  }
}

/** Nothing where it is too long for Slack to carry: it is never written back shortened. */
function typedOption(query: string): types.PlainTextOption[] {
  const value = `${typedPrefix}${query}`;
  if (!fits(value, slackLimits.optionValue)) return [];
  return [renderOption({ value, label: wording.notInTheList(query) })];
}
