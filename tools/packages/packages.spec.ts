import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { filesBelow, installPacked, published, readManifest, repository } from './packed-packages.js';

jest.setTimeout(60_000);

let folder: string;
const at = (name: string, ...parts: string[]) => join(folder, 'node_modules', name, ...parts);
const names = Object.keys(published);
const coreParts = ['model', 'stats', 'parse', 'judge', 'render'];
const artefacts = ['config', 'performance-report', 'baseline', 'baseline-pointer', 'comparison', 'slo-result', 'audit-manifest', 'profile', 'gate-result', 'accepted-regressions'];

beforeAll(() => {
  if (!existsSync(join(repository, 'packages/cli/dist/main.js'))) throw new Error('Nothing is built: run npm run build first.');
  folder = installPacked();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(names)('%s as published', (name) => {
  it('holds no tests, sources, caches or machine\'s paths', () => {
    const files = filesBelow(at(name));
    expect(files).toEqual(expect.arrayContaining(['LICENSE', 'README.md', 'package.json']));
    expect(files.filter((path) => /\.(spec|e2e)\.|\/testing\/|\.tsbuildinfo$|jest\.config|fixtures|\.map$/.test(path))).toEqual([]);
    expect(files.filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts') && !path.includes('/files/'))).toEqual([]);
    const telling = files.filter((path) => /\.(js|json|ts|md)$/.test(path) && readFileSync(at(name, path), 'utf8').includes(repository));
    expect(telling).toEqual([]);
  });

  it('satisfies publint', async () => {
    const script = `import { publint } from 'publint'; const { messages } = await publint({ pkgDir: process.argv[1], strict: true, pack: false }); console.log(JSON.stringify(messages));`;
    const stdout = execFileSync(process.execPath, ['--input-type=module', '-e', script, at(name)], { cwd: repository, encoding: 'utf8' });
    expect(JSON.parse(stdout)).toEqual([]);
  });

  it('has the version, licence and Node range of the others, and exact versions of them', () => {
    const manifest = readManifest(at(name));
    const source = readManifest(repository);
    expect(manifest).toMatchObject({ version: source.version, license: 'MIT' });
    if (name !== '@benchline/schemas') expect(manifest.engines).toEqual({ node: '>=20.19.0' });
    for (const [dependency, version] of Object.entries(manifest.dependencies ?? {})) if (dependency in published) expect(version).toBe(source.version);
  });

  it('needs every dependency it names, and names every one it needs', () => {
    // What is joined with all it imports needs nothing, and holds words that only look like imports (a transformer's own templates).
    const joined = /^dist\/harness\/(?:typescript-hooks|engine|load-generator)\.js$/;
    const code = filesBelow(at(name)).filter((path) => path.endsWith('.js') && !joined.test(path)).map((path) => readFileSync(at(name, path), 'utf8')).join('\n');
    const loads = [/(?<!["'])\b(?:require|require\.resolve|import)\(\s*['"]([^'"./][^'"]*)['"]\s*\)/g, /resolvePackage\)?\([^()]*__dirname, '([^']+)'\)/g].flatMap((pattern) => [...code.matchAll(pattern)]);
    const required = new Set(loads.map(([, specifier]) => specifier!).filter((specifier) => !isBuiltin(specifier)).map(packageOf));
    const named = Object.keys(readManifest(at(name)).dependencies ?? {}).filter((dependency) => dependency !== '@benchline/schemas');
    expect([...required].filter((dependency) => dependency !== name && dependency !== 'nx').sort()).toEqual(named.sort());
  });

  it('has executable programs', () => {
    for (const path of Object.values(readManifest(at(name)).bin ?? {})) {
      expect(readFileSync(at(name, path), 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
      expect(statSync(at(name, path)).mode & 0o111).toBe(0o111);
    }
  });
});

function packageOf(specifier: string): string {
  return specifier.split('/').slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
}

describe('together', () => {
  it('load by every entry', () => {
    const entries = ['@benchline/core', ...coreParts.map((part) => `@benchline/core/${part}`), ...artefacts.map((name) => `@benchline/core/validators/${name}`), 'benchline', '@benchline/nx', ...artefacts.map((name) => `@benchline/schemas/${name}.v1.json`)];
    const { stdout, stderr } = spawnSync(process.execPath, ['-e', `for (const entry of ${JSON.stringify(entries)}) require(entry); console.log('all');`], { cwd: folder, encoding: 'utf8' });
    expect([stdout, stderr]).toEqual(['all\n', '']);
  });

  it('resolve their types for strict users under nodenext', () => {
    writeFileSync(join(folder, 'user.cts'), [
      ...coreParts.map((part) => `import * as ${part} from '@benchline/core/${part}';`),
      "import * as core from '@benchline/core';", "import validate from '@benchline/core/validators/config';", "import * as cli from 'benchline';", "import * as plugin from '@benchline/nx';",
      "const valid: boolean = validate({});", "const code: Promise<0 | 2 | 3 | 4> = cli.main(['--help'], cli.createNodeWorld());", "const name: string = plugin.name;",
      `export { ${coreParts.join(', ')}, core, valid, code, name };`, '',
    ].join('\n'));
    const args = ['--noEmit', '--strict', '--exactOptionalPropertyTypes', '--module', 'nodenext', '--target', 'es2022', '--skipLibCheck', '--types', 'node', 'user.cts'];
    const { stdout } = spawnSync(process.execPath, [join(repository, 'node_modules/typescript/bin/tsc'), ...args], { cwd: folder, encoding: 'utf8' });
    expect(stdout).toBe('');
  });

  it('run', () => {
    const { stdout, status } = spawnSync(process.execPath, [at('benchline', 'bin.js'), '--version'], { cwd: folder, encoding: 'utf8' });
    expect([stdout, status]).toEqual([`${readManifest(repository).version}\n`, 0]);
  });
});
