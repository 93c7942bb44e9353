import pino from 'pino';
import { ConfigError, readConfig } from './config';
import { startService } from './service/startService';

/** Starts the service from the environment and ends it in order when asked to. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = pino({ level: config.logLevel }, pino.destination(2));
  const service = await startService({ config, clock: () => new Date(), log, warm: true });
  process.stdout.write(
    config.mode === 'practice'
      ? `The practice room is open: ${service.url}/\nEveryone in it is made up. Press Ctrl+C to close it.\n`
      : `Rollcall listens at ${service.url}\n`,
  );
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      void service.stop().then(
        () => process.exit(0),
        (error: unknown) => {
          log.error({ code: error instanceof Error ? error.name : 'unknown' }, 'did not stop in order');
          process.exit(1);
        },
      );
    });
}

main().catch((error: unknown) => {
  const words =
    error instanceof ConfigError ? error.message : String(error instanceof Error ? error.stack : error);
  process.stderr.write(`Rollcall did not start.\n${words}\n`);
  process.exit(1);
});
