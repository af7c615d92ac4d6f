import { findProjectName } from './project-name.js';

const worldOf = (manifests: Record<string, string>) => ({
  files: { readText: async (path: string) => manifests[path.replace(/^.*[/\\]/, '')] ?? Promise.reject(new Error('missing')) },
}) as unknown as Parameters<typeof findProjectName>[0];

describe('a project\'s name', () => {
  it('stays the one that npm reads where package.json has a key twice, which npm allows', async () => {
    expect(await findProjectName(worldOf({ 'package.json': '{"name":"@acme/decode","scripts":{"a":"1","a":"2"}}' }), '/repo/decode')).toBe('@acme/decode');
  });

  it('is the folder\'s where no manifest can be read', async () => {
    expect(await findProjectName(worldOf({ 'package.json': '{' }), '/repo/decode')).toBe('decode');
  });
});
