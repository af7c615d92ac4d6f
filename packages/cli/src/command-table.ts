import type { CommandRow } from './command-definition.js';

/* A command's module is loaded when the command is called, and not before: the general help must be quick. */
/* eslint-disable @typescript-eslint/no-require-imports */

/** Every command, in the order in which the help shows them. */
export const commandTable: readonly CommandRow[] = [];
