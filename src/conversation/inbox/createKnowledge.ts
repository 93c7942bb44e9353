import { type Gazetteer, readGazetteer } from '../../data/gazetteer';
import type { PrismaClient } from '../../data/generated/client';
import type { Settings } from '../turn';
import { createUnderstanding } from '../understand/createUnderstanding';
import type { Understanding } from '../understand/reading';

/** What every turn needs to know and that changes seldom. */
export interface Knowledge {
  readonly settings: Settings;
  readonly gazetteer: Gazetteer;
  readonly understanding: Understanding;
}

/** An import or a changed setting is noticed after this many milliseconds at the latest. */
const freshForMs = 15_000;

/**
 * Keeps settings, schools and places at hand, and the understanding built from them; reads them again when they may
 * have changed.
 */
export function createKnowledge(input: {
  prisma: PrismaClient;
  clock: () => Date;
}): () => Promise<Knowledge> {
  let known: { knowledge: Knowledge; readAt: number; fingerprint: string } | null = null;
  return async () => {
    const now = input.clock().getTime();
    if (known !== null && now - known.readAt < freshForMs && now >= known.readAt) return known.knowledge;
    const scheme = await input.prisma.scheme.findUniqueOrThrow({ where: { id: 1 } });
    const gazetteer = await readGazetteer(input.prisma);
    const fingerprint = JSON.stringify(gazetteer);
    const understanding =
      known !== null && known.fingerprint === fingerprint
        ? known.knowledge.understanding
        : createUnderstanding({
            schools: gazetteer.schools.map(({ name, aliases, kind }) => ({
              name,
              aliases: [...aliases],
              phase: kind,
            })),
            places: gazetteer.places.map(({ name, aliases, kind }) => ({
              name,
              aliases: [...aliases],
              kind,
            })),
          });
    const knowledge = { settings: scheme, gazetteer, understanding };
    known = { knowledge, readAt: now, fingerprint };
    return knowledge;
  };
}
