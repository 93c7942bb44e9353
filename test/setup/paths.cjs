const { join } = require('node:path');

const root = join(__dirname, '..', '..');

module.exports = {
  root,
  typescriptHook: join(__dirname, 'typescriptHook.cjs'),
  /** Kept from run to run, ignored by git. */
  work: join(root, 'test', '.work'),
};
