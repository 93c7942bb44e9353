import type { Transaction } from './unitOfWork';

/** A school or place of the gazetteer. */
export interface GazetteerEntry {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly aliases: readonly string[];
}

/** The schools and places that messages and forms may name. */
export interface Gazetteer {
  readonly schools: readonly GazetteerEntry[];
  readonly places: readonly GazetteerEntry[];
}

/** Reads the active schools and places, by name. */
export async function readGazetteer(tx: Pick<Transaction, 'school' | 'place'>): Promise<Gazetteer> {
  const schools = await tx.school.findMany({ where: { active: true }, orderBy: { name: 'asc' } });
  const places = await tx.place.findMany({ where: { active: true }, orderBy: { name: 'asc' } });
  return {
    schools: schools.map(({ id, name, phase, aliases }) => ({ id, name, kind: phase, aliases })),
    places: places.map(({ id, name, kind, aliases }) => ({ id, name, kind, aliases })),
  };
}

/** The id of the entry with exactly this name; null where there is none (or none was said). */
export function entryId(entries: readonly GazetteerEntry[], name: string | null): string | null {
  return name === null ? null : (entries.find((entry) => entry.name === name)?.id ?? null);
}
