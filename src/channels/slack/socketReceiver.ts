import { setTimeout as wait } from 'node:timers/promises';
import { type App, type Logger, type Receiver, type ReceiverEvent, SocketModeReceiver } from '@slack/bolt';
import { holdEventAck } from './holdEventAck';

/** Milliseconds for closing the connection. */
const closingTime = 3_000;

/**
 * Bolt's Socket Mode, for an office without a public address. Like over HTTP, an event is acknowledged once it is
 * stored; one that is not stored, or comes while we stop, stays unacknowledged, and Slack sends it again.
 */
export function socketReceiver(input: {
  readonly appToken: string;
  readonly apiUrl: string | undefined;
  readonly logger: Logger;
}): Receiver {
  const receiver = new SocketModeReceiver({
    appToken: input.appToken,
    logger: input.logger,
    processEventErrorHandler: async () => false,
    ...(!input.apiUrl ? {} : { installerOptions: { clientOptions: { slackApiUrl: input.apiUrl } } }),
  });
  const inFlight = new Set<Promise<void>>();
  let stopping = false;
  const processEvent = (app: App) => (event: ReceiverEvent) => {
    if (stopping) return Promise.reject(new Error('Stopping: Slack sends it again'));
    const handling = holdEventAck(app, event).finally(() => inFlight.delete(handling));
    inFlight.add(handling);
    return handling;
  };
  return {
    // The receiver's app is ours, except that events are acknowledged late.
    init: (app) => receiver.init(Object.create(app, { processEvent: { value: processEvent(app) } })),
    start: () => receiver.start(),
    stop: async () => {
      stopping = true;
      // First the answers, then the connection: an acknowledgement needs it.
      await Promise.allSettled([...inFlight]);
      // Bolt's stop does not wait for the connection to be closed. Should Slack not answer, we don't wait long.
      await Promise.race([receiver.client.disconnect(), wait(closingTime, undefined, { ref: false })]);
    },
  };
}
