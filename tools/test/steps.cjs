/** The steps of `npm test`, in their order. `jest` steps write their counts into a file. */
const jest = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js'];

module.exports = [
  { name: 'build', args: ['tools/build.cjs'], jest: false },
  { name: 'types', args: ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.check.json'], jest: false },
  { name: 'lint', args: ['node_modules/eslint/bin/eslint.js', '.', '--max-warnings', '0'], jest: false },
  { name: 'unit', args: [...jest, '--maxWorkers=100%'], jest: true },
  { name: 'e2e', args: [...jest, '-c', 'e2e/jest.config.cjs', '--runInBand'], jest: true },
];
