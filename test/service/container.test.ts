import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { readDockerfile } from '../helpers/dockerfile';

const instructions = readDockerfile();
const lastStage = Math.max(...instructions.map(({ stage }) => stage));
const last = instructions.filter(({ stage }) => stage === lastStage);
const restsOf = (word: string, from = instructions) =>
  from.filter((instruction) => instruction.word === word).map(({ rest }) => rest);

describe('the image', () => {
  test('runs as a user who is not root and owns none of what runs', () => {
    const [user, ...more] = restsOf('USER', last);
    expect(more).toEqual([]);
    expect(user).toMatch(/^[a-z][a-z-]*$/);
    expect(user).not.toBe('root');
    const afterUser = last.slice(last.findIndex(({ word }) => word === 'USER') + 1);
    expect(afterUser.map(({ word }) => word)).toEqual(['EXPOSE', 'HEALTHCHECK', 'CMD']);
    expect(instructions.filter(({ rest }) => /--chown|\bchown\b|\bchmod\b/.test(rest))).toEqual([]);
  });

  test('has a Node.js that package.json allows, the same in every stage', () => {
    const { engines } = z
      .object({ engines: z.object({ node: z.string().regex(/^>=\d+\.\d+$/) }) })
      .parse(JSON.parse(readFileSync('package.json', 'utf8')));
    const [major = 0, minor = 0] = engines.node.slice(2).split('.').map(Number);
    const [argument = ''] = restsOf('ARG');
    const [, image = '', imageMajor, imageMinor] =
      /^NODE_IMAGE=(node):(\d+)(?:\.(\d+))?(?:\.\d+)?-\w+-slim$/.exec(argument) ?? [];
    expect(image).toBe('node');
    // A tag without a minor version is the newest of its major one.
    const has = [
      Number(imageMajor),
      imageMinor === undefined ? Number.POSITIVE_INFINITY : Number(imageMinor),
    ];
    expect(has[0] === major ? (has[1] ?? 0) >= minor : (has[0] ?? 0) > major).toBe(true);
    const stages = restsOf('FROM').map((from) => from.split(' AS ')[1]);
    const bases = restsOf('FROM').map((from) => from.split(' ')[0] ?? '');
    for (const base of bases) if (!stages.includes(base)) expect(base).toMatch(/^\$\{NODE_IMAGE\}$/);
  });

  test('is built from the lock file, and no package’s install script runs', () => {
    const installs = restsOf('RUN').filter((command) => /\bnpm\b(?! run)/.test(command));
    expect(installs).toHaveLength(2);
    for (const command of installs) expect(command).toMatch(/\bnpm ci\b.*--ignore-scripts/);
    expect(restsOf('RUN').filter((command) => /curl|wget|npx|apt/.test(command))).toEqual([]);
    expect(instructions.filter(({ word }) => word === 'ADD')).toEqual([]);
  });

  test('has production packages only, and the compiled service', () => {
    const [modules = '', dist = '', ...others] = restsOf('COPY', last);
    expect(modules).toBe('--from=dependencies /app/node_modules ./node_modules');
    expect(dist).toBe('--from=build /app/dist ./dist');
    expect(others.join(' ')).not.toMatch(/--from|\btest\b|tsconfig|\.ts\b/);
    expect(restsOf('RUN', last)).toEqual([]);
    const names = restsOf('FROM').map((from) => from.split(' AS ')[1]);
    const dependencies = instructions.filter(({ stage }) => names[stage] === 'dependencies');
    expect(restsOf('RUN', dependencies).join()).toMatch(
      /npm ci --omit=dev --omit=optional --ignore-scripts$/,
    );
  });

  test('has no secret in it: nothing is let in from the folder but what is named, and no setting but one', () => {
    const patterns = readFileSync('.dockerignore', 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'));
    expect(patterns[0]).toBe('*');
    const letIn = patterns.filter((pattern) => pattern.startsWith('!')).map((pattern) => pattern.slice(1));
    for (const name of letIn)
      expect(name).toMatch(
        /^(\.npmrc|package(-lock)?\.json|prisma(\.config\.ts)?|src|tsconfig(\.build)?\.json)$/,
      );
    expect(patterns.slice(-3)).toEqual(['**/.env*', '**/*.env', '**/*.log']);
    for (const copy of restsOf('COPY').filter((rest) => !rest.startsWith('--from')))
      for (const source of copy.split(' ').slice(0, -1)) expect(letIn).toContain(source.split('/')[0]);
    expect(readFileSync('.npmrc', 'utf8')).not.toMatch(/_auth|token|password/i);
    expect(restsOf('ENV')).toEqual(['NODE_ENV=production']);
    expect(restsOf('ARG')).toHaveLength(1);
  });

  test('is started as one process that hears when it is asked to stop', () => {
    expect(restsOf('CMD', last)).toEqual([
      '["node", "--no-regexp-tier-up", "--max-semi-space-size=4", "dist/main.js"]',
    ]);
  });

  test.each([
    [200, 0],
    [503, 1],
    [null, 1],
  ])('is healthy only while /ready answers well: %s gives %i', async (status, exitCode) => {
    const asked: (string | undefined)[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url);
      response.writeHead(status ?? 500).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const close = () => new Promise((resolve) => server.close(resolve));
    if (status === null) await close();
    const [healthcheck = ''] = restsOf('HEALTHCHECK', last);
    const command = z
      .tuple([z.literal('node'), z.literal('-e'), z.string()])
      .parse(JSON.parse(healthcheck.slice(healthcheck.indexOf('CMD ') + 4)));
    const child = spawn(process.execPath, command.slice(1), { env: { PORT: String(port) } });
    expect(await new Promise((resolve) => child.once('close', resolve))).toBe(exitCode);
    expect(asked).toEqual(status === null ? [] : ['/ready']);
    if (status !== null) await close();
  });
});
