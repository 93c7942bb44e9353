import type { PrismaClient } from '../../../data/generated/client';
import type { TokenKeys } from '../../../domain/tokenKeys';

/** What lets workspaces install the app themselves: the app's own credentials, and where installations are kept. */
export interface InstallSettings {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly tokenKeys: TokenKeys;
  readonly prisma: PrismaClient;
}
