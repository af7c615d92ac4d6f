import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { extractOperations, type Contract } from './extract-operations.js';
import { descriptions, source, usedOperations } from './operations.js';

const committed = (name: string): Contract => JSON.parse(readFileSync(join(__dirname, 'github', `${name}.json`), 'utf8')) as Contract;
const require = createRequire(join(process.env['BENCHLINE_OCTOKIT_OPENAPI'] ?? __dirname, 'x.js'));

function installed(name: string): string | null {
  try {
    return require.resolve(`${source.package}/generated/${name}.deref.json`);
  } catch {
    return null;
  }
}

test.each(descriptions)('%s: the operations committed are those that are used, of the version named', (name) => {
  const { version, operations } = committed(name);
  expect(version).toBe(source.version);
  expect(operations.map(({ method, path }) => ({ method, path }))).toEqual(usedOperations);
  for (const { method, requestBody } of operations) expect(requestBody !== null).toBe(method === 'post' || method === 'patch');
});

/* The package is 400 MB, so it is compared where someone has it: BENCHLINE_OCTOKIT_OPENAPI names the folder it is installed in. */
for (const name of descriptions.filter((each) => installed(each) !== null)) {
  test(`${name}: what is committed is what the package has`, () => {
    const description = JSON.parse(readFileSync(installed(name)!, 'utf8')) as Parameters<typeof extractOperations>[0];
    expect(extractOperations(description, name)).toEqual(committed(name));
  });
}

test('an operation that a description does not have is an error', () => {
  expect(() => extractOperations({ paths: {} }, 'empty')).toThrow('empty has no get /user');
});
