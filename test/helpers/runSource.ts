import { spawn } from 'node:child_process';
import { join } from 'node:path';

export interface SourceRun {
  readonly code: number | null;
  readonly output: string;
}

const root = join(__dirname, '..', '..');

/** Runs a file of src in a Node process of its own, as `npm run` would its compiled form; waits until it ends. */
export async function runSource(
  file: string,
  env: Readonly<Record<string, string>> = {},
  argv: readonly string[] = [],
): Promise<SourceRun> {
  const child = spawn(process.execPath, [join(root, 'src', file), ...argv], {
    cwd: root,
    env: { ...process.env, ...env },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data) => {
      output += data;
    });
  }
  const code = await new Promise<number | null>((resolve) => {
    child.once('close', resolve);
  });
  return { code, output };
}
