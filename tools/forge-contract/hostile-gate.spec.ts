import fc from 'fast-check';
import type { GateResult } from '@benchline/core/model';
import { commentBudget, renderGateCheck, renderGateComment } from '@benchline/core/render';
import { parseArtefact } from '../../packages/cli/src/artefacts/parse-artefact.js';
import { everyGate } from '../../packages/core/src/render/testing/sample-gate.js';

/* Whatever an untrusted run hands over that the schema lets through has to become a comment within its limits, or to be refused. */

const digest = `sha256:${'ab'.repeat(32)}`;
const honest = JSON.parse(JSON.stringify(everyGate().result), (_key, value: unknown) => (typeof value === 'string' && /^[a-f0-9]{64}$/.test(value) ? digest : value)) as GateResult;

type Path = (string | number)[];
function leaves(value: unknown, path: Path = []): Path[] {
  return typeof value === 'object' && value !== null ? [path, ...Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...path, key]))] : [path];
}
const paths = leaves(honest).filter((path) => path.length > 0);

const odd = fc.oneof(
  fc.constantFrom<unknown>(null, true, 0, -0, -1, 1, 1e308, -1e308, 5e-324, 2 ** 53, '', '0', '\ud800', '@'.repeat(1024), '`|\\<!-- -->', [], {}, 'regressed', 'improved', 'missing', 'failed', 'pass', 'ops/s', 'B', 'ratio', 'time'),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.string({ unit: 'binary', maxLength: 40 }),
);

function withValue(at: Path, value: unknown): unknown {
  const copy = structuredClone(honest) as unknown as Record<string | number, unknown>;
  const holder = at.slice(0, -1).reduce((inner, key) => inner[key] as Record<string | number, unknown>, copy);
  holder[at.at(-1)!] = value;
  return copy;
}

function accepted(text: string): GateResult | null {
  try {
    return parseArtefact('gate-result', text, 'gate.json');
  } catch {
    return null;
  }
}

test('the honest one is accepted', () => expect(accepted(JSON.stringify(honest))).not.toBeNull());

test('one value changed: refused, or a comment and a check within their limits', () => {
  let rendered = 0;
  fc.assert(
    fc.property(fc.constantFrom(...paths), odd, (path, value) => {
      const gate = accepted(JSON.stringify(withValue(path, value)));
      if (gate === null) return;
      rendered += 1;
      const context = { head: null, runUrl: null, untrusted: true, now: '2026-11-20T12:00:00Z' };
      expect(Buffer.byteLength(renderGateComment(gate, context))).toBeLessThanOrEqual(commentBudget);
      expect(renderGateCheck(gate, context).conclusion).not.toBe('success');
    }),
    { numRuns: 2000 },
  );
  expect(rendered).toBeGreaterThan(100);
});
