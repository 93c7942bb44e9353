import { Prisma } from './generated/client';

/**
 * The columns of a table as this version knows them, for a statement of our own: `columns(Prisma.DraftScalarFieldEnum, 'd')`.
 * With `*` a statement would change its meaning when a newer version adds a column, and a prepared one would fail.
 * @param alias what the table is called in the statement
 */
export function columns(fields: Readonly<Record<string, string>>, alias: string): Prisma.Sql {
  return Prisma.raw(
    Object.values(fields)
      .map((field) => `${alias}."${field}"`)
      .join(', '),
  );
}
