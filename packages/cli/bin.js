#!/usr/bin/env node
'use strict';
require('node:module').enableCompileCache?.();
const { main } = require('./dist/main.js');
const { createNodeWorld } = require('./dist/ports/node-world.js');

main(process.argv.slice(2), createNodeWorld()).then((code) => {
  process.exitCode = code;
});
