import PgBoss from 'pg-boss';
import type { Conversation } from '../conversation/createConversation';
import { errorCode, type Log } from '../conversation/log';
import { queues } from '../data/queues';

/** Work that comes round by itself, shared by any number of instances. */
export interface Schedules {
  stop(): Promise<void>;
}

/** The audit is sealed this often: within seconds of being written. */
const sealEveryMs = 2_000;
/** Messages left behind by a fault or a restart are looked for this often, by every instance. */
const recoverEveryMs = 2_000;

/**
 * Starts the schedules. pg-boss gives each minute's slot to one instance; what a slot does is safe to do twice.
 * @throws when the queues are not there: the migration makes them
 */
export async function createSchedules(input: {
  databaseUrl: string;
  conversation: Pick<Conversation, 'recover'>;
  /** Done each minute, by one instance. */
  everyMinute: () => Promise<void>;
  sealAudit: () => Promise<void>;
  log: Log;
}): Promise<Schedules> {
  const { conversation, log } = input;
  const failed = (what: string) => (error: unknown) => {
    log.warn({ what, code: errorCode(error) }, 'a scheduled task failed; it comes round again');
  };
  const boss = new PgBoss({ connectionString: input.databaseUrl, migrate: false, max: 2 });
  boss.on('error', failed('queue'));
  await boss.start();
  await boss.work(queues.everyMinute, async () => {
    await input.everyMinute();
  });
  await boss.schedule(queues.everyMinute, '* * * * *', {}, { tz: 'Europe/London' });
  const timer = setInterval(() => void conversation.recover().catch(failed('recover')), recoverEveryMs);
  timer.unref();
  const sealer = setInterval(() => void input.sealAudit().catch(failed('seal')), sealEveryMs);
  sealer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      clearInterval(sealer);
      await boss.stop({ graceful: true, wait: true, timeout: 5_000 });
    },
  };
}
