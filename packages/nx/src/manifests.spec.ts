import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '..');
const read = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8'));

test('every executor has an implementation and a schema where the table says', () => {
  const executors: { implementation: string; schema: string }[] = Object.values(read('executors.json').executors);
  expect(executors).toHaveLength(5);
  for (const { implementation, schema } of executors) {
    expect(existsSync(join(root, `${implementation.replace('./dist', 'src')}.ts`))).toBe(true);
    expect(read(schema.replace('./dist', 'src'))).toMatchObject({ cli: 'nx', version: 2, type: 'object', additionalProperties: false });
  }
});

test('every generator has a factory and a schema where the table says', () => {
  const generators: { factory: string; schema: string }[] = Object.values(read('generators.json').generators);
  expect(generators.length).toBeGreaterThan(0);
  for (const { factory, schema } of generators) {
    expect(existsSync(join(root, `${factory.replace('./dist', 'src')}.ts`))).toBe(true);
    expect(read(schema.replace('./dist', 'src')).type).toBe('object');
  }
});

test('the init generator takes every option that nx add passes', () => {
  expect(Object.keys(read('src/generators/init/schema.json').properties)).toEqual(expect.arrayContaining(['skipFormat', 'skipPackageJson', 'keepExistingVersions', 'updatePackageScripts']));
});

test('the package is published with its tables and can be entered by them', () => {
  const manifest = read('package.json');
  for (const table of ['executors.json', 'generators.json', 'migrations.json']) {
    expect(manifest.files).toContain(table);
    expect(manifest.exports[`./${table}`]).toBe(`./${table}`);
  }
});
