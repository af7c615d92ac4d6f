/** The steps of `npm test`, in their order. `jest` steps write their counts into a file. */
const jest = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js'];
const e2e = [...jest, '-c', 'e2e/jest.config.cjs'];

/** End-to-end tests that install and plan more than they measure, or whose verdicts no noise can flip: they may run beside each other. */
const beside = '/e2e/src/(cargo-workspace|export|gate|install|nx|nx-cache|samples|shard|tools|turbo|workflow)\\.e2e\\.ts$';

module.exports = [
  { name: 'build', args: ['tools/build.cjs'], jest: false },
  { name: 'types', args: ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.check.json'], jest: false },
  { name: 'lint', args: ['node_modules/eslint/bin/eslint.js', '.', '--max-warnings', '0'], jest: false },
  { name: 'unit', args: [...jest, '--maxWorkers=100%'], jest: true },
  { name: 'e2e', args: [...e2e, '--runInBand', '--testPathIgnorePatterns', beside], jest: true },
  { name: 'e2e-beside', args: [...e2e, '--maxWorkers=2', '--testPathPatterns', beside], jest: true },
];
