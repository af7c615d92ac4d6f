import { namesTargets, optionValues, parseCargoBench } from './cargo-command.js';

test.each([
  [['cargo', 'bench'], { start: ['cargo', 'bench'], toolchain: null, options: [], harness: [] }],
  [['cargo', '+nightly', 'bench', '-p', 'core'], { start: ['cargo', '+nightly', 'bench'], toolchain: '+nightly', options: ['-p', 'core'], harness: [] }],
  [['nice', '-n', '-5', '/opt/rust/bin/cargo', 'bench', '--', 'decode', '--noplot'], { start: ['nice', '-n', '-5', '/opt/rust/bin/cargo', 'bench'], toolchain: null, options: [], harness: ['decode', '--noplot'] }],
])('%j is taken apart', (command, parts) => {
  expect(parseCargoBench(command)).toMatchObject(parts);
});

test.each([[['just', 'bench']], [['cargo', 'run']], [['cargo']], [['cargo-criterion']]])('%j is not cargo bench', (command) => {
  expect(parseCargoBench(command)).toBeNull();
});

test('an option is read in both its forms', () => {
  expect(optionValues(['--bench', 'a', '--bench=b', '--benches', '-p'], '--bench', '-p')).toEqual(['a', 'b']);
  expect(namesTargets(['--bench', 'a'])).toBe(true);
  expect(namesTargets(['--benches'])).toBe(false);
});
