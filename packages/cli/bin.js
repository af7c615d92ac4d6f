#!/usr/bin/env node
'use strict';
require('node:module').enableCompileCache?.();
const { createNodeWorld, main } = require('./dist/benchline.js');

main(process.argv.slice(2), createNodeWorld()).then((code) => {
  process.exitCode = code;
});
