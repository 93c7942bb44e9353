import { readFileSync } from 'node:fs';
import { z } from 'zod';

// js-yaml brings no types; what it reads is checked by the schema below.
const { safeLoad }: { safeLoad(text: string): unknown } = require('js-yaml');

const service = z.object({
  image: z.string(),
  build: z.string().optional(),
  entrypoint: z.array(z.string()).optional(),
  command: z.array(z.string()).optional(),
  user: z.string().optional(),
  privileged: z.boolean().optional(),
  read_only: z.boolean().optional(),
  tmpfs: z.array(z.string()).optional(),
  cap_drop: z.array(z.string()).optional(),
  cap_add: z.array(z.string()).optional(),
  security_opt: z.array(z.string()).optional(),
  restart: z.string(),
  stop_grace_period: z.string().optional(),
  environment: z.record(z.string(), z.string()),
  env_file: z.never().optional(),
  ports: z.array(z.string()).optional(),
  networks: z.array(z.string()),
  network_mode: z.never().optional(),
  volumes: z.array(z.string()).optional(),
  healthcheck: z.object({ test: z.array(z.string()).optional(), disable: z.boolean().optional() }).optional(),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).optional(),
});

const compose = z.object({
  services: z.object({ database: service, migrate: service, rollcall: service, admin: service }),
  networks: z.record(z.string(), z.object({ internal: z.boolean().optional() })),
  volumes: z.record(z.string(), z.object({})),
});

export type ComposeService = z.infer<typeof service>;

/** compose.yaml as Compose reads it, before variables are filled in. */
export function readCompose(): z.infer<typeof compose> {
  return compose.parse(safeLoad(readFileSync('compose.yaml', 'utf8')));
}

/** The names of the variables in a value, as in `${NAME}`, `${NAME:-default}` and `${NAME:?error}`. */
export function variablesOf(value: string): readonly string[] {
  return [...value.matchAll(/\$\{(\w+)/g)].map(([, name = '']) => name);
}

/** A value with its variables filled in, as Compose does it: the default where a variable is not there or empty. */
export function fillIn(value: string, variables: Readonly<Record<string, string>>): string {
  return value.replace(
    /\$\{(\w+)(?::-([^}]*)|:\?[^}]*)?\}/g,
    (_whole, name: string, otherwise = '') => variables[name] || otherwise,
  );
}

/** compose.env.example as pairs of name and value. */
export function readEnvExample(): Readonly<Record<string, string>> {
  const lines = readFileSync('compose.env.example', 'utf8').split('\n');
  const pairs = lines.flatMap((line) => {
    const [, name, value] = /^(\w+)=(.*)$/.exec(line) ?? [];
    return name === undefined || value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(pairs);
}
