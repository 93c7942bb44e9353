import { randomBytes } from 'node:crypto';

/** A name that no other test has, on a server that runs may share. */
export function databaseName(): string {
  return `rollcall_test_${randomBytes(6).toString('hex')}`;
}
