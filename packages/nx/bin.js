#!/usr/bin/env node
// pnpm links only the programs of direct dependencies, so this package declares the command line's program too.
const { dirname, join } = require('node:path');

require(join(dirname(require.resolve('benchline/package.json')), 'bin.js'));
