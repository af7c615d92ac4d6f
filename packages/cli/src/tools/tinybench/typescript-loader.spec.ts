import { createFakeFiles } from '../../testing/fake-files.js';
import { typescriptArguments } from './typescript-loader.js';

const files = (content: Record<string, string>) => createFakeFiles(content, { now: () => 0, cwd: '/repo' });

test.each([
  ['tsx of the workspace', { '/repo/node_modules/tsx/package.json': '{}', '/repo/node_modules/tsx/dist/loader.mjs': '' }, false, ['--import', 'file:///repo/node_modules/tsx/dist/loader.mjs']],
  ['swc-node', { '/repo/node_modules/@swc-node/register/package.json': '{}', '/repo/node_modules/@swc-node/register/esm/esm-register.mjs': '' }, false, ['--import', 'file:///repo/node_modules/@swc-node/register/esm/esm-register.mjs']],
  ['Node itself', {}, true, []],
  ['nothing', {}, false, null],
])('%s', async (_, content, strips, expected) => {
  expect(await typescriptArguments(files(content), '/repo/packages/a', strips)).toEqual(expected);
});
