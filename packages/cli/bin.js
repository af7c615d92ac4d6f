#!/usr/bin/env node
'use strict';
const { setFlagsFromString } = require('node:v8');
// The young generation stays at its first size, until much is read (ports/files/count-read.ts): reporting 10,000 benchmarks then needs some 25 MiB less, in the same time.
setFlagsFromString('--semi-space-growth-factor=1');
// Garbage is at most half of what is kept: a tenth less memory, for a twentieth more time.
setFlagsFromString('--heap-growing-percent=50');
// Only Node 22 and later have it, and to look for it costs.
if (Number.parseInt(process.versions.node, 10) >= 22) require('node:module').enableCompileCache?.();
/** The general help and "ingest" have bundles of their own: to read all the commands takes longer than to do what they do. */
function bundleFor([first = '--help', ...others]) {
  if (first === 'ingest') return './dist/benchline-ingest.js';
  return ['--help', '-h'].includes(first) && others.length === 0 ? './dist/benchline-help.js' : './dist/benchline.js';
}

const words = process.argv.slice(2);
const { createNodeWorld, main } = require(bundleFor(words));

main(words, createNodeWorld()).then((code) => {
  process.exitCode = code;
});
