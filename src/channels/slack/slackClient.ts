import { WebClient, type WebClientOptions } from '@slack/web-api';
import { silentLogger } from './boltLogger';
import { fetchSlack } from './send/fetchSlack';

/** Milliseconds a delivery may take before its result counts as unknown. */
export const deliveryTimeout = 10_000;
/** Milliseconds a trigger lives, and so what an answer to a press may take. */
export const answerTimeout = 3_000;

/** A client of Slack's Web API. `timeout` in milliseconds. */
export function slackClient(
  settings: { readonly botToken: string; readonly apiUrl?: string | undefined },
  timeout: number,
): WebClient {
  return new WebClient(settings.botToken, clientOptions(settings.apiUrl, timeout));
}

/** No retries: the outbox decides what is tried again, and knows what may have arrived. */
export function clientOptions(apiUrl: string | undefined, timeout: number): WebClientOptions {
  return {
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout,
    fetch: fetchSlack,
    logger: silentLogger,
    ...(apiUrl ? { slackApiUrl: apiUrl } : {}),
  };
}
