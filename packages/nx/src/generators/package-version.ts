import { join } from 'node:path';
import { readJsonFile } from '@nx/devkit';

/** All packages of Benchline carry one version. */
export const packageVersion: string = readJsonFile<{ version: string }>(join(__dirname, '../../package.json')).version;
