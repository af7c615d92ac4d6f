import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Benchline's version, from its manifest. */
export const packageVersion: string = (JSON.parse(readFileSync(join(__dirname, '..', 'package.json'), 'utf8')) as { version: string }).version;
