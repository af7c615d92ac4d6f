const project = require('../jest.project.cjs')(__dirname);
module.exports = {
  ...project,
  testMatch: ['<rootDir>/**/*.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/demo/workspace/'],
  moduleNameMapper: {
    '^@benchline/core$': '<rootDir>/../packages/core/src/index.ts',
    '^@benchline/core/validators/(.*)$': '<rootDir>/../packages/core/src/model/generated/validators/$1.js',
    '^@benchline/core/(.*)$': '<rootDir>/../packages/core/src/$1/index.ts',
    '^benchline$': '<rootDir>/../packages/cli/src/index.ts',
    '^fast-check$': '<rootDir>/test/seeded-fast-check.cjs',
    '^(\\.{1,2}/.*)\\.js$': ['$1.ts', '$1.js'],
  },
};
