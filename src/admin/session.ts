import { inOneTransaction, type Work } from '../data/unitOfWork';
import type { Person } from '../domain/person';
import { findPerson } from '../usecases/accounts/findPerson';
import { type Refused, refused } from '../usecases/refusal';
import { findStaff } from '../usecases/staff/findStaff';
import type { AdminIo, OpenedDatabase } from './adminIo';

/** One run of the command line: what its commands share. */
export interface AdminRun {
  readonly io: AdminIo;
  /** Whom `--as` names, as it was typed. */
  named(): string | undefined;
  /** Does something in the name that `--as` gives, in one transaction. Somebody unknown or inactive is refused. */
  as<T>(
    run: (work: Work, person: Person) => Promise<T>,
    options?: { timeoutMs?: number },
  ): Promise<T | Refused>;
  /** The same in nobody's name: for the one command that makes the first person. */
  alone<T>(run: (work: Work) => Promise<T>): Promise<T>;
  /** Says why not, and has the command end with code 1. */
  refuse(sentence: string): void;
  /** Has the command end with code 1; why is said already. */
  fail(): void;
}

/** The command was typed wrongly: exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The database could not be opened; the message names no record. */
export class NotOpenedError extends Error {
  override readonly name = 'NotOpenedError';
}

/** `--as` is missing. */
export function nobodyNamed(): UsageError {
  return new UsageError('Say in whose name: --as, with the e-mail address or number of a member of staff.');
}

export function createRun(input: {
  io: AdminIo;
  staff: () => string | undefined;
  refuse: (sentence: string) => void;
  fail: () => void;
}): AdminRun {
  const { io, refuse, fail } = input;
  const opened = async <T>(run: (prisma: OpenedDatabase['prisma']) => Promise<T>) => {
    const database = await io.openDatabase().catch((error: unknown) => {
      throw new NotOpenedError(error instanceof Error ? error.message : String(error));
    });
    try {
      return await run(database.prisma);
    } finally {
      await database.close();
    }
  };
  return {
    io,
    named: input.staff,
    refuse,
    fail,
    as: (run, options = {}) => {
      const named = input.staff();
      if (named === undefined) throw nobodyNamed();
      return opened(async (prisma) => {
        const now = io.clock();
        const staff = await findStaff(prisma, named);
        if (staff === null)
          return refused(
            'Whom --as names is not an active member of staff. Check the e-mail address or number.',
          );
        const actor = { kind: 'command_line', staffId: staff.id } as const;
        return inOneTransaction({ prisma, now, actor, ...options }, async (work) => {
          const person = await findPerson(work.tx, staff.id, now);
          return person === null ? refused('Whom --as names is not active any more.') : run(work, person);
        });
      });
    },
    alone: (run) =>
      opened((prisma) => inOneTransaction({ prisma, now: io.clock(), actor: { kind: 'service' } }, run)),
  };
}
