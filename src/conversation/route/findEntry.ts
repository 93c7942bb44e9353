import type { GazetteerEntry } from '../../data/gazetteer';

/** The school or place that a person names by its name, an alias, or a beginning that only one entry has. */
export function findEntry(entries: readonly GazetteerEntry[], typed: string): GazetteerEntry | null {
  const wanted = fold(typed);
  if (wanted === '') return null;
  const exact = entries.find((entry) => namesOf(entry).some((name) => name === wanted));
  if (exact) return exact;
  const beginning = entries.filter((entry) => namesOf(entry).some((name) => name.startsWith(wanted)));
  return beginning.length === 1 ? (beginning[0] ?? null) : null;
}

/** Entries whose name or alias begins with, or has a word that begins with, what was typed; names first; 20 at most. */
export function suggestEntries(entries: readonly GazetteerEntry[], typed: string): readonly GazetteerEntry[] {
  const wanted = fold(typed);
  if (wanted === '') return entries.slice(0, 20);
  const rank = (entry: GazetteerEntry): number => {
    const names = namesOf(entry);
    if (names.some((name) => name.startsWith(wanted))) return 0;
    if (names.some((name) => name.includes(` ${wanted}`))) return 1;
    return names.some((name) => name.includes(wanted)) ? 2 : 3;
  };
  return entries
    .map((entry) => ({ entry, rank: rank(entry) }))
    .filter((ranked) => ranked.rank < 3)
    .sort((a, b) => a.rank - b.rank || a.entry.name.localeCompare(b.entry.name))
    .slice(0, 20)
    .map((ranked) => ranked.entry);
}

function namesOf(entry: GazetteerEntry): string[] {
  return [entry.name, ...entry.aliases].map(fold);
}

function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f'’.]/g, '')
    .toLowerCase()
    .replace(/^the /, '')
    .trim();
}
