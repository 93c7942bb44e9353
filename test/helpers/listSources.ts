import { readdirSync } from 'node:fs';

/** Every TypeScript file below src, as a path from there; without the generated client. */
export function listSources(): readonly string[] {
  return readdirSync('src', { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.ts') && !file.startsWith('data/generated/'))
    .sort();
}
