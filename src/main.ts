import pino from 'pino';
import { ConfigError, readConfig } from './config';
import { type Service, startService } from './service/startService';
import { whenNpmEnds } from './service/whenNpmEnds';

/** Starts the service from the environment, and ends it in order, with code 0, when asked to. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = pino({ level: config.logLevel }, pino.destination(2));
  let service: Service | null = null;
  let isEnding = false;
  const end = async () => {
    // Asked once more (npm passes a Ctrl+C on that the terminal has sent already): it is under way.
    if (isEnding) return;
    isEnding = true;
    // While it starts, nothing has been taken in that would have to be finished.
    await service?.stop();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void end());
  whenNpmEnds(() => void end());

  service = await startService({ config, clock: () => new Date(), log, warm: true });
  process.stdout.write(
    config.mode === 'practice'
      ? `The practice room is open: ${service.url}/\nEveryone in it is made up. Press Ctrl+C to close it.\n`
      : `Rollcall listens at ${service.url}\n`,
  );
}

main().catch((error: unknown) => {
  const words =
    error instanceof ConfigError ? error.message : String(error instanceof Error ? error.stack : error);
  process.stderr.write(`Rollcall did not start.\n${words}\n`);
  process.exit(1);
});
