#!/usr/bin/env node
'use strict';
// The young generation stays at its first size: reporting 10,000 benchmarks then needs some 25 MiB less, in the same time.
require('node:v8').setFlagsFromString('--semi-space-growth-factor=1');
// Only Node 22 and later have it, and to look for it costs.
if (Number.parseInt(process.versions.node, 10) >= 22) require('node:module').enableCompileCache?.();
const { createNodeWorld, main } = require('./dist/benchline.js');

main(process.argv.slice(2), createNodeWorld()).then((code) => {
  process.exitCode = code;
});
