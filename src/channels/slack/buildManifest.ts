import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The host that stands in the manifest until somebody's own takes its place. */
const placeholder = 'rollcall.example.org';

/** The Slack manifest with the service's public host name, ready to paste. */
export async function buildManifest(input: { folder: string; host: string }): Promise<string> {
  const template = await readFile(join(input.folder, 'manifest.json'), 'utf8');
  return template.replaceAll(placeholder, input.host);
}
