/**
 * One run of one workload: `node workloads.cjs <name> <extra per cent>` prints the iterations' times in ns as JSON.
 * An iteration does a fixed number of equal units of work, about 2 ms together; `extra` per cent more of them is a slowdown of a known size.
 */
const { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

const WARM_UPS = 5;
const ITERATIONS = 10;

/** Keeps results alive, so that nothing is optimised away. */
let sink = 0;

/** Arithmetic in registers. */
function cpu() {
  let state = sink | 1;
  return () => {
    for (let i = 0; i < 1000; i += 1) state = (Math.imul(state, 1664525) + 1013904223) | 0;
    sink = state;
  };
}

/** Short-lived objects. */
function allocation() {
  return () => {
    const made = [];
    for (let i = 0; i < 60; i += 1) made.push({ index: i, text: `n${i}`, next: null });
    sink += made.length;
  };
}

/** Text out and in. */
function json() {
  const value = { name: 'unit', tags: ['a', 'b', 'c'], values: Array.from({ length: 24 }, (_, i) => i * 1.5), nested: { deep: { deeper: true } } };
  return () => {
    sink += JSON.parse(JSON.stringify(value)).values.length;
  };
}

/** Parts of a file written and read back. */
function io() {
  const folder = mkdtempSync(join(tmpdir(), 'gate-lab-io-'));
  const file = openSync(join(folder, 'file'), 'w+');
  process.on('exit', () => {
    closeSync(file);
    rmSync(folder, { recursive: true, force: true });
  });
  const content = Buffer.alloc(4096, 7);
  let part = 0;
  return () => {
    part = (part + 1) % 64;
    writeSync(file, content, 0, content.length, part * content.length);
    sink += readSync(file, content, 0, content.length, part * content.length);
  };
}

/** Dependent loads over 8 MiB: caches and neighbours decide. */
function memory() {
  const cells = 2 ** 21;
  const next = new Int32Array(cells);
  for (let i = 0; i < cells; i += 1) next[i] = (Math.imul(i, 1664525) + 1013904223) & (cells - 1);
  let at = 0;
  return () => {
    for (let i = 0; i < 200; i += 1) at = next[at];
    sink += at;
  };
}

/** Units in an iteration; multiples of 100, so that every per cent is a whole number of units. */
const workloads = {
  cpu: { create: cpu, units: 400 },
  allocation: { create: allocation, units: 2000 },
  json: { create: json, units: 600 },
  io: { create: io, units: 800 },
  memory: { create: memory, units: 100 },
};

function measure({ create, units }, extra) {
  const unit = create();
  const work = (units * (100 + extra)) / 100;
  const times = [];
  for (let iteration = 0; iteration < WARM_UPS + ITERATIONS; iteration += 1) {
    const start = process.hrtime.bigint();
    for (let i = 0; i < work; i += 1) unit();
    if (iteration >= WARM_UPS) times.push(Number(process.hrtime.bigint() - start));
  }
  return times;
}

// Ctrl-C in the terminal reaches this process too: it is done in milliseconds, and then cleans up.
process.on('SIGINT', () => undefined);
const [name, extra] = process.argv.slice(2);
process.stdout.write(JSON.stringify(measure(workloads[name], Number(extra))));
