const targets = require('./targets.cjs');

// One target at a time (`run.mjs` names it): its own tests alone run against its mutants.
const { source, tests } = targets[process.env.ROLLCALL_MUTATE];

module.exports = {
  mutate: [`src/${source}.ts`],
  testRunner: 'jest',
  jest: {
    configFile: 'jest.config.cjs',
    enableFindRelatedTests: false,
    config: {
      testMatch: tests.map((name) => `<rootDir>/test/${name}.test.ts`),
      globalSetup: '<rootDir>/test/mutation/globalSetup.cjs',
      // The databases stay for the next mutant, and end with Stryker.
      globalTeardown: null,
      moduleNameMapper: {
        '^\\./openTestEmbedded$': '<rootDir>/test/mutation/openTestEmbedded',
        '^(\\.{1,2}/.*)\\.js$': '$1',
      },
    },
  },
  coverageAnalysis: 'perTest',
  concurrency: 1,
  timeoutMS: 5_000,
  // Stryker would rewrite the compiler's settings by means that TypeScript 7 no longer has.
  tsconfigFile: 'none',
  tempDirName: 'test/.work/stryker',
  cleanTempDir: 'always',
  ignorePatterns: ['dist', 'test/.work'],
  reporters: ['clear-text', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: `test/.work/mutants-${process.env.ROLLCALL_MUTATE}.json` },
  // No mutant may live unexplained: one that can't matter is marked where it stands, with the reason.
  thresholds: { high: 100, low: 100, break: 100 },
};
