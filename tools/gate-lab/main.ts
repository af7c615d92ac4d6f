/**
 * The gate lab. `npm run gate-lab` replays the recordings through our judge and the rules of other tools and writes docs/evidence/gate-lab.md;
 * `npm run gate-lab -- collect [--minutes 10] [--seed 1] [--name own]` records this machine anew.
 */
import { parseArgs } from 'node:util';
import { collect } from './collect/collect.js';
import { evaluate } from './evaluate.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { minutes: { type: 'string', default: '10' }, seed: { type: 'string', default: '1' }, name: { type: 'string', default: 'own' }, blocks: { type: 'string', default: '8' } },
});

async function main(): Promise<void> {
  if (positionals[0] === 'collect') await collect({ minutes: Number(values.minutes), seed: Number(values.seed), name: values.name, blocks: Number(values.blocks) });
  else evaluate();
}

void main();
