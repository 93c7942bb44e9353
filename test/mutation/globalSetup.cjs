const { join } = require('node:path');

/** The broker of databases, once for all mutants: Stryker starts jest anew for each. It ends with this process. */
module.exports = async function globalSetup() {
  if (globalThis.rollcallTestBroker === undefined)
    await require(join(__dirname, '..', 'setup', 'globalSetup.cjs'))();
};
