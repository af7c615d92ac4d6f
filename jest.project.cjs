/** The unit-test settings every package shares: swc compiles, the workspace's own packages resolve to their sources. */
module.exports = (rootDir) => ({
  rootDir,
  displayName: require(`${rootDir}/package.json`).name,
  testEnvironment: 'node',
  testMatch: ['<rootDir>/src/**/*.spec.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs', ignoreDynamic: true } }] },
  moduleNameMapper: {
    '^@benchline/core$': '<rootDir>/../core/src/index.ts',
    '^@benchline/core/validators/(.*)$': '<rootDir>/../core/src/model/generated/validators/$1.js',
    '^@benchline/core/(.*)$': '<rootDir>/../core/src/$1/index.ts',
    '^benchline$': '<rootDir>/../cli/src/index.ts',
    '^fast-check$': '<rootDir>/../../tools/test/seeded-fast-check.cjs',
    '^(\\.{1,2}/.*)\\.js$': ['$1.ts', '$1.js'],
  },
});
