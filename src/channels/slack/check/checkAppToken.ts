import { WebClient } from '@slack/web-api';
import { type Finding, ok } from '../../../usecases/doctor/finding';
import type { SlackSettings } from '../createSlackChannel';
import { clientOptions } from '../slackClient';
import { findingOfError } from './findingOfError';

/** In Socket Mode, whether Slack would let the service connect. The address it gives is not used, and ends by itself. */
export async function checkAppToken(input: {
  readonly settings: SlackSettings;
  readonly timeoutMs: number;
  readonly host: string;
}): Promise<readonly Finding[]> {
  const { appToken, apiUrl } = input.settings;
  if (!appToken) return [];
  const client = new WebClient(appToken, clientOptions(apiUrl, input.timeoutMs));
  try {
    await client.apps.connections.open();
    return [ok('Slack knows the app’s token: Socket Mode can connect.')];
  } catch (error) {
    return [findingOfError(error, { host: input.host, token: 'SLACK_APP_TOKEN' })];
  }
}
