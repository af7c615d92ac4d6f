import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createNodeWorld, main } from 'benchline';
import { commandArguments } from './command-arguments.js';

const commands: Record<string, string[]> = { bench: ['bench'], compare: ['compare'], slo: ['slo'], promote: ['promote'], audit: ['audit', 'create'] };

async function helpOf(command: string[]): Promise<string> {
  let printed = '';
  const world = createNodeWorld({ signal: new AbortController().signal });
  const code = await main([...command, '--help'], { ...world, stdout: { ...world.stdout, write: (text) => void (printed += text) } });
  expect(code).toBe(0);
  return printed;
}

/** Set as a variable: flags say what is measured, not where. */
const variables = ['hostClass'];

test.each(Object.entries(commands))('every option of the executor %s is a flag of its command', async (executor, command) => {
  const { properties } = JSON.parse(readFileSync(join(__dirname, executor, 'schema.json'), 'utf8')) as { properties: Record<string, object> };
  const flags = commandArguments(Object.fromEntries(Object.keys(properties).filter((option) => !variables.includes(option)).map((option) => [option, true])));
  const help = await helpOf(command);
  expect(flags.filter((flag) => !new RegExp(`${flag}[\\s,]`).test(help))).toEqual([]);
});
