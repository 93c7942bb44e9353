/**
 * The queues of the service, made by the migration: the application's role may fill and empty them but creates no
 * tables. A new queue is a line here.
 */
export const queues = {
  /** Once a minute: unsaved drafts are brought back. */
  everyMinute: 'every-minute',
} as const;

export type QueueName = (typeof queues)[keyof typeof queues];
