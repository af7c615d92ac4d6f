/** What the bundle holds: the program as the command line starts it. */
export { main } from './main.js';
export { createNodeWorld } from './ports/node-world.js';
