/** Jest runs the TypeScript sources through SWC to CommonJS; types are checked by tsc in test/run.mjs. */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
        module: { type: 'commonjs' },
        sourceMaps: 'inline',
      },
    ],
  },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  modulePathIgnorePatterns: ['<rootDir>/test/.work/', '<rootDir>/dist/'],
  globalSetup: '<rootDir>/test/setup/globalSetup.cjs',
  globalTeardown: '<rootDir>/test/setup/globalTeardown.cjs',
  maxWorkers: 2,
  testTimeout: 30_000,
};
