import type { App, ReceiverEvent } from '@slack/bolt';

/**
 * Has Bolt process something, with the acknowledgement of events held back until their listeners are done: Bolt
 * acknowledges them before, and what fails then would be lost. Presses, forms and commands acknowledge themselves.
 * @throws what a listener throws; then an event stays unacknowledged, and Slack sends it again.
 */
export async function holdEventAck(app: Pick<App, 'processEvent'>, event: ReceiverEvent): Promise<void> {
  if (event.body.event === undefined) return app.processEvent(event);
  await app.processEvent({ ...event, ack: async () => {} });
  await event.ack();
}
