import type { PrismaClient } from '../../data/generated/client';

/** Fills an empty database with the made-up people of the practice room. */
export async function preparePracticeRoom(input: { prisma: PrismaClient; now: Date }): Promise<void> {
  const scheme = await input.prisma.scheme.findUnique({ where: { id: 1 } });
  if (scheme !== null) return;
}
