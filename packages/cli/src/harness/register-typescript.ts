import { register } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/* For `node --import`: from here on Node loads TypeScript. */
register(pathToFileURL(join(__dirname, 'typescript-hooks.js')));
