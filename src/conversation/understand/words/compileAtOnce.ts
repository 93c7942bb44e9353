import { setFlagsFromString } from 'node:v8';

/**
 * V8 first interprets a regular expression and compiles it later, and the lexicon's long ones it went on interpreting:
 * compiled at their first use, a message takes about 0.6 of the time. To be imported before any expression runs.
 */
setFlagsFromString('--no-regexp-tier-up');
