import { createNodeWorld } from 'benchline';
import { withHostClass } from './run-command.js';

function world(env: Record<string, string>) {
  return Object.defineProperty(createNodeWorld({ signal: new AbortController().signal }), 'env', { value: env });
}

test.each([
  [{}, 'rack-7', 'rack-7'],
  [{ BENCHLINE_HOST_CLASS: '' }, 'rack-7', 'rack-7'],
  [{ BENCHLINE_HOST_CLASS: 'runner-a' }, 'rack-7', 'runner-a'],
  [{}, undefined, undefined],
])('in the environment %j the option %j makes the class %j', (env, option, hostClass) => {
  expect(withHostClass(world(env), option).env['BENCHLINE_HOST_CLASS']).toBe(hostClass);
});

test('the rest of the world is as it was, and its ports are not loaded by the way', () => {
  const before = world({ PATH: '/bin' });
  const after = withHostClass(before, 'rack-7');
  expect(Object.keys(after)).toEqual(Object.keys(before));
  expect(after.env['PATH']).toBe('/bin');
  expect(typeof Object.getOwnPropertyDescriptor(after, 'host')?.get).toBe('function');
});
