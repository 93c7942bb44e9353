import { defineConfig } from 'prisma/config';

/** For Prisma's own tools. The service opens its database in src/data/client.ts and migrates in src/data/migrate.ts. */
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
});
