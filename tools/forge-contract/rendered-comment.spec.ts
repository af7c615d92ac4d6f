import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { renderGateComment } from '@benchline/core/render';
import { hostileNames } from '../../packages/core/src/render/testing/hostile-names.js';
import { sampleRow } from '../../packages/core/src/render/testing/sample-comparison.js';
import { gateProject, sampleGate } from '../../packages/core/src/render/testing/sample-gate.js';
import { createFinding } from '@benchline/core/model';

/* What a hostile name can do is not what we think it can, but what a renderer does with it: two that share no code are asked. */

type Renderer = (markdown: string) => string;

const hasCmark = spawnSync('cmark-gfm', ['--version'], { stdio: 'ignore' }).error === undefined;

/** GitHub's own parser, of Debian's package cmark-gfm, with the extensions that GitHub turns on. */
const cmark: Renderer = (markdown) => {
  const { status, stdout } = spawnSync('cmark-gfm', ['--unsafe', '-e', 'table', '-e', 'autolink', '-e', 'strikethrough', '-e', 'tasklist', '-e', 'footnotes'], { input: markdown, encoding: 'utf8', maxBuffer: 1 << 26 });
  if (status !== 0) throw new Error(`cmark-gfm ended with ${status}`);
  return stdout;
};

async function loadMicromark(): Promise<Renderer> {
  // One after the other: jest links what both import only once.
  const { micromark } = await import('micromark');
  const { gfm, gfmHtml } = await import('micromark-extension-gfm');
  return (markdown) => micromark(markdown, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] });
}

interface Names {
  project: string;
  benchmark: string;
  metric: string;
  reason: string;
  branch: string;
}

/** A comment in which every text that comes from outside is one of these. */
function commentOf({ project, benchmark, metric, reason, branch }: Names): string {
  const rows = [sampleRow(benchmark, 'regressed', { base: 1000, head: 2000, metric, reason }), sampleRow(`${benchmark}2`, 'inconclusive', { base: 1, head: 1, metric, reason, suite: branch })];
  const findings = [createFinding('BNL039', { project, because: reason }, { file: branch })];
  const other = gateProject('other', null, { absence: reason });
  const compared = gateProject(project, rows);
  const { comparison } = compared;
  const base = comparison === null || comparison.base === null ? null : { ...comparison.base, baseline: branch };
  return renderGateComment(sampleGate([{ ...compared, comparison: comparison && { ...comparison, base } }, other], { findings }).result, { head: null, runUrl: null, untrusted: true, now: null });
}

const plain: Names = { project: 'aaa', benchmark: 'bbb', metric: 'ccc', reason: 'ddd', branch: 'eee' };

/** Tags with their attributes, in order: what a name must not change. */
function skeleton(html: string): string[] {
  return html.match(/<!--|<[!/?]?[a-z][^>]*>/gi) ?? [];
}

/** What is not in code, where forges look for mentions and references. */
function textOf(html: string): string {
  return html.replace(/<code>[^<]*<\/code>/g, '').replace(/<[^>]*>/g, '\n').replaceAll('&amp;', '&');
}

const pieces = ['|', '\\|', '`', '``', '\n', '\r\n', '    ', '<', '>', '&', '&lt;', '&#60;', '[x](https://a.example)', '![x](//a.example/x.png)', '<https://a.example>', 'http://a.example', 'www.a.example', 'mailto:a@b.example', 'a@b.example', 'xmpp:a@b.example', '@all', '#1', 'a/b#1', 'GH-1', '~~', '**', '_', '$x$', '<!--', '-->', '</details>', '<details>', '[^1]', '[x]: y', '- ', '1. ', '# ', '> ', '---', ':smile:', '\\', '\u200b', '\u202e', '\t', '<img src=x onerror=y>', '</td></table>', '&nbsp;'];
const hostile = fc.array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...pieces, ...hostileNames) }, { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) }), { minLength: 1, maxLength: 6 }).map((parts) => parts.join('')).filter((text) => text !== '' && text !== 'other');
const names: fc.Arbitrary<Names> = fc.record({ project: hostile, benchmark: hostile, metric: hostile, reason: hostile, branch: hostile });

function expectTame(render: Renderer, given: Names, expected: readonly string[]): void {
  const html = render(commentOf(given));
  expect(skeleton(html)).toEqual(expected);
  expect(textOf(html)).not.toMatch(/(?<![\p{L}\p{N}])@[\p{L}\p{N}]|(?<![\p{L}\p{N}&])#\d|(?<![\p{L}\p{N}_])GH-\d/iu);
}

/** The order of projects is by name: a skeleton does not depend on it only if a project stays on its side of the other. */
const skeletons = (render: Renderer): Record<string, string[]> => ({ first: skeleton(render(commentOf(plain))), last: skeleton(render(commentOf({ ...plain, project: 'zzz' }))) });
const isFirst = (project: string): boolean => project < 'other';

describe('what comes from outside is text in the rendered comment: no link, image, HTML, mention, reference or broken table', () => {
  test('micromark', async () => {
    const render = await loadMicromark();
    const expected = skeletons(render);
    expect(expected['first']).toEqual(expect.arrayContaining(['<table>', '<code>', '<details>', '<li>']));
    fc.assert(fc.property(names, (given) => expectTame(render, given, expected[isFirst(given.project) ? 'first' : 'last']!)), { numRuns: 200 });
  });

  (hasCmark || process.env['BENCHLINE_FORBID_SKIPS'] === '1' ? test : test.skip)('cmark-gfm (Debian package cmark-gfm)', () => {
    const expected = skeletons(cmark);
    fc.assert(fc.property(names, (given) => expectTame(cmark, given, expected[isFirst(given.project) ? 'first' : 'last']!)), { numRuns: 120 });
  });

  test('the oracle sees what is not escaped', async () => {
    const render = await loadMicromark();
    const raw = (text: string): string => commentOf(plain).replaceAll('bbb', text);
    for (const text of ['`|`', '` <img src=x> `', '` [x](https://a.example) `', '` a@b.example `']) expect(skeleton(render(raw(text)))).not.toEqual(skeleton(render(commentOf(plain))));
  });
});
