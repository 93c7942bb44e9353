import { readFileSync } from 'node:fs';
import { type Import, importsOf } from './helpers/importsOf';
import { listSources } from './helpers/listSources';

/** Which rooms a room may import besides itself (ARCHITECTURE.md: arrows point one way). */
const ARROWS: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  data: ['domain'],
  usecases: ['domain', 'data'],
  conversation: ['usecases', 'data', 'domain'],
  channels: ['conversation', 'usecases', 'domain', 'data'],
  jobs: ['conversation', 'usecases', 'domain', 'data'],
  admin: ['conversation', 'usecases', 'domain', 'data'],
  config: ['domain'],
  service: ['config', 'channels', 'jobs', 'admin', 'conversation', 'usecases', 'domain', 'data'],
  main: ['service', 'config', 'channels', 'jobs', 'admin', 'conversation', 'usecases', 'domain', 'data'],
};

const PLATFORMS = ['slack', 'teams', 'practice'];
const PLATFORM_PACKAGES = /^(@slack\/|botbuilder|botframework-|adaptivecards)/;
const COMMAND = /(^|\/)(main|command|[a-z]\w*Command)\.ts$/;

const imports = listSources().flatMap((file) => importsOf(file, readFileSync(`src/${file}`, 'utf8')));

const wrong = (isWrong: (found: Import) => boolean) =>
  imports.filter(isWrong).map(({ file, imported }) => `src/${file} imports ${imported}`);

test('there are imports to look at', () => {
  expect(imports.length).toBeGreaterThan(0);
});

test('every folder of src is a room with its arrows', () => {
  expect(listSources().filter((file) => ARROWS[roomOf(file)] === undefined)).toEqual([]);
});

test('arrows between rooms point one way', () => {
  const againstArrow = wrong(({ file, source }) => {
    if (source === undefined) return false;
    const [from, to] = [roomOf(file), roomOf(source)];
    if (from === to || to === 'config') return false;
    return ARROWS[from]?.includes(to) !== true;
  });
  expect(againstArrow).toEqual([]);
});

test('only the composition root and the commands read the configuration', () => {
  const reading = wrong(
    ({ file, source }) => source !== undefined && roomOf(source) === 'config' && !mayReadConfig(file),
  );
  expect(reading).toEqual([]);
});

test('no platform knows another', () => {
  const crossing = wrong(({ file, source }) => {
    const [from, to] = [platformOf(file), source === undefined ? undefined : platformOf(source)];
    return from !== undefined && to !== undefined && from !== to;
  });
  expect(crossing).toEqual([]);
});

test("platforms' packages are named in src/channels only", () => {
  const naming = wrong(
    ({ file, imported }) => PLATFORM_PACKAGES.test(imported) && roomOf(file) !== 'channels',
  );
  expect(naming).toEqual([]);
});

test('a wrong arrow would be found, however it is written', () => {
  const text = `
    import type { A } from '../data/a';
    import {
      b,
    } from "../channels/slack/b";
    export * from '../jobs/c';
    const d = await import('../usecases/d');
    const e = require('../admin/e');
    import '../main';`;
  const rooms = importsOf('domain/x.ts', text).map(({ source }) => roomOf(source ?? ''));
  expect(rooms.sort()).toEqual(['admin', 'channels', 'data', 'jobs', 'main', 'usecases']);
});

/** A folder of src, or one of the two that are files: the configuration, and the composition root beside it. */
function roomOf(file: string): string {
  const [folder = '', ...inside] = file.replace(/\.ts$/, '').split('/');
  if (inside.length > 0) return folder;
  return folder === 'config' ? 'config' : 'main';
}

function mayReadConfig(file: string): boolean {
  return ['main', 'service'].includes(roomOf(file)) || COMMAND.test(file);
}

function platformOf(file: string): string | undefined {
  const [room, platform] = file.replace(/\.ts$/, '').split('/');
  return room === 'channels' ? PLATFORMS.find((name) => name === platform) : undefined;
}
