// Mutation testing of what must not be wrong: who may do what, each message once, buttons that only their owner presses.
// `npm run mutate` (all of it, half an hour), `npm run mutate -- -m src/domain/authorise.ts` (one file, two minutes).
// Stryker is fetched when it is asked for, and is no dependency: 9.6.1 is the last for Node 20.
const tests = [
  'domain/authorise',
  'conversation/tokens',
  'conversation/outgoing/mintTokens',
  'conversation/inbox/*',
];

module.exports = {
  mutate: [
    'src/domain/authorise.ts',
    'src/domain/actions.ts',
    'src/conversation/route/findAction.ts',
    'src/conversation/outgoing/mintTokens.ts',
    'src/conversation/inbox/*.ts',
  ],
  testRunner: 'jest',
  jest: {
    configFile: 'jest.config.cjs',
    enableFindRelatedTests: false,
    config: {
      testMatch: tests.map((name) => `<rootDir>/test/${name}.test.ts`),
      globalSetup: '<rootDir>/test/mutation/globalSetup.cjs',
      globalTeardown: undefined,
      moduleNameMapper: {
        '^\\./openTestEmbedded$': '<rootDir>/test/mutation/openTestEmbedded',
        '^(\\.{1,2}/.*)\\.js$': '$1',
      },
    },
  },
  coverageAnalysis: 'perTest',
  concurrency: 1,
  // Endless loops are mutants too; a database that is asked under load needs its time.
  timeoutMS: 10_000,
  // Stryker would rewrite the compiler's settings with a compiler that TypeScript 7 no longer has.
  tsconfigFile: 'none',
  tempDirName: 'test/.work/stryker',
  ignorePatterns: ['dist', 'test/.work'],
  reporters: ['progress-append-only', 'clear-text', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: 'test/.work/mutation.json' },
  // No mutant may live unexplained: what can't matter is marked where it stands, with the reason.
  thresholds: { high: 100, low: 100, break: 100 },
};
