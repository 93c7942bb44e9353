import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const usualPlaces = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The path of a Chromium on this machine: the one that CHROMIUM_PATH names, or one in the usual places. */
export function findBrowser(): string | null {
  const { CHROMIUM_PATH: named } = process.env;
  const places = named ? [named] : usualPlaces;
  return places.find((place) => existsSync(place)) ?? null;
}

/** Starts the browser that was found. */
export function openBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args: flags });
}

/**
 * Registers page tests where a browser is found, and none otherwise: test/run.mjs says in a line of its own whether
 * one was. `name` and `tests` are as in `describe`.
 */
export function describeWithBrowser(name: string, tests: (executablePath: string) => void): void {
  const executablePath = findBrowser();
  if (executablePath !== null) describe(name, () => tests(executablePath));
}
