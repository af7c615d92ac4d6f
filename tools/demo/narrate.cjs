/** Shows steps as they happen: a heading, the command, its real output; a step that ends otherwise than promised ends the demo. */
const { spawn } = require('node:child_process');

const isTerminal = process.stdout.isTTY === true;
const bold = (text) => (isTerminal ? `\u001b[1m${text}\u001b[0m` : text);

let step = 0;

/** @param {string} text what the next commands show */
function heading(text) {
  step += 1;
  process.stdout.write(`\n${bold(`${step}. ${text}`)}\n`);
}

/** @param {string} text */
function say(text) {
  process.stdout.write(`   ${text}\n`);
}

/**
 * Runs a program, shows and gives back what it prints; throws if it exits otherwise than expected.
 * @param {string} program
 * @param {string[]} args
 * @param {{cwd: string, env: NodeJS.ProcessEnv, expect?: number, shown?: string, quiet?: boolean}} options
 * @returns {Promise<string>}
 */
function run(program, args, { cwd, env, expect = 0, shown = [program, ...args].join(' '), quiet = false }) {
  process.stdout.write(`\n$ ${shown}\n`);
  return new Promise((resolve, reject) => {
    let output = '';
    const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' });
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output += chunk;
        if (!quiet) process.stdout.write(chunk);
      });
    }
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === expect) return resolve(output);
      if (quiet) process.stdout.write(output);
      return reject(new Error(`expected exit code ${expect}, got ${code}: ${shown}`));
    });
  });
}

/** @param {boolean} holds @param {string} promise what should hold */
function promised(holds, promise) {
  if (!holds) throw new Error(`not as promised: ${promise}`);
  say(`✓ ${promise}`);
}

module.exports = { heading, promised, run, say };
