/** Statements that may have a name. What is asked in ever new forms is not prepared again and again. */
const atMost = 500;
/** What a `*` stands for changes with its table, and a statement that was prepared before would fail. */
const changesWithItsTable = /[\s.]\*/;

/** PostgreSQL's name for a statement that is prepared for once only. */
const unnamed = '';

/**
 * Names statements, so that a connection plans each once and not each time it is asked: half the cost of a save. Only
 * for connections that keep what they have prepared.
 */
export function createPreparedNames(): (statement: { readonly sql: string }) => string {
  const names = new Map<string, string>();
  return ({ sql }) => {
    const known = names.get(sql);
    if (known !== undefined) return known;
    if (names.size >= atMost || changesWithItsTable.test(sql)) return unnamed;
    const name = `rollcall_${names.size + 1}`;
    names.set(sql, name);
    return name;
  };
}
