import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { anchorsOf, linksOf } from './markdown-links.js';

const root = resolve(__dirname, '../..');
const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'], { cwd: root, encoding: 'utf8' }).split('\n');
const pages = listed.filter((page) => page !== '' && !/\/(fixtures|golden)\//.test(page) && existsSync(join(root, page)));

/** Links of a page that lead nowhere. */
function deadLinks(page: string): string[] {
  const text = readFileSync(join(root, page), 'utf8');
  return linksOf(text).flatMap(({ path, anchor }) => {
    const target = path === '' ? join(root, page) : join(root, path.startsWith('/') ? '.' : dirname(page), path);
    const shown = `${path}${anchor === null ? '' : `#${anchor}`}`;
    if (!existsSync(target) || relative(root, target).startsWith('..')) return [shown];
    return anchor === null || !target.endsWith('.md') || anchorsOf(readFileSync(target, 'utf8')).has(anchor) ? [] : [shown];
  });
}

test.each(pages)('%s links to what is there', (page) => {
  expect(deadLinks(page)).toEqual([]);
});

test('links and anchors are read as a forge reads them', () => {
  const text = '# A `b`: c\n## A b c\n[x](y.md#z "t") ![p](<i.svg>) [e](https://e.org) `[no](no.md)`\n```md\n# not\n[no](no.md)\n```\n[ref]: r.md\n[self](#a-b-c)\n';
  expect(linksOf(text)).toEqual([{ path: 'y.md', anchor: 'z' }, { path: 'i.svg', anchor: null }, { path: '', anchor: 'a-b-c' }, { path: 'r.md', anchor: null }]);
  expect([...anchorsOf(text)]).toEqual(['a-b-c', 'a-b-c-1']);
});
