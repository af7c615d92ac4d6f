/** End-to-end tests: packed tarballs in real workspaces. Run after a build; which of them run beside each other: tools/test/steps.cjs. */
module.exports = {
  rootDir: __dirname,
  displayName: 'e2e',
  testEnvironment: 'node',
  testMatch: ['<rootDir>/src/**/*.e2e.ts'],
  testTimeout: 300_000,
  testSequencer: '<rootDir>/longest-first.cjs',
  modulePathIgnorePatterns: ['<rootDir>/projects/', '<rootDir>/fixtures/', '<rootDir>/samples/'],
  transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs', ignoreDynamic: true } }] },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': ['$1.ts', '$1.js'] },
};
