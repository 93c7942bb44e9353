import { readFileSync } from 'node:fs';

const { scripts } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));

/** Node's flags with which `npm start` starts the service: what is measured runs with the same. */
export const serviceFlags = /node (.*)dist\/main\.js/.exec(scripts.start)[1].trim().split(' ');
