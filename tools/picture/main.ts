/** Terminal output on stdin, an SVG picture of it into the file named: `FORCE_COLOR=1 benchline compare | npx tsx tools/picture/main.ts docs/images/comparison.svg`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { terminalPicture } from './terminal-picture.js';

const [target] = process.argv.slice(2);
if (target === undefined) throw new Error('name the file to write');
writeFileSync(target, terminalPicture(readFileSync(0, 'utf8')));
