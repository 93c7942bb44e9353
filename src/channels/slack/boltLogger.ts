import { type Logger as BoltLogger, LogLevel } from '@slack/bolt';
import type { Logger } from 'pino';

/**
 * Bolt's and its clients' log lines as ours: warnings and errors only, and of those the fixed words in front, since
 * what follows may quote a request.
 */
export function boltLogger(log: Logger): BoltLogger {
  return {
    debug: () => {},
    info: () => {},
    warn: (...parts) => log.warn({ platform: 'slack' }, fixedWords(parts)),
    error: (...parts) => log.error({ platform: 'slack' }, fixedWords(parts)),
    setLevel: () => {},
    getLevel: () => LogLevel.WARN,
    setName: () => {},
  };
}

/** A client's log lines dropped: the sender logs what came of a call by its code. */
export const silentLogger: BoltLogger = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  setLevel: () => {},
  getLevel: () => LogLevel.ERROR,
  setName: () => {},
};

function fixedWords([first]: readonly unknown[]): string {
  return typeof first === 'string' ? (first.split(/[(:{"]/)[0]?.trim() ?? '') : 'error';
}
