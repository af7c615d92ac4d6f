import { join } from 'node:path';
import { repository } from './pack.js';

/** Where every e2e test lets cargo build, so that Criterion itself is compiled once. */
export const cargoTarget = join(repository, 'node_modules/.cache/e2e-cargo');
