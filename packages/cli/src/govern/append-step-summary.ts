import type { World } from '../ports/world.js';

/** GitHub drops a whole summary above 1 MiB; below it there is room for what other steps say. */
const summaryLimit = 1_000_000;

/** Adds Markdown to the job summary of GitHub Actions; elsewhere nothing. A summary that cannot be written is no reason to fail a verdict. */
export async function appendStepSummary(world: World, markdown: string): Promise<void> {
  const path = world.env['GITHUB_STEP_SUMMARY'];
  if (path === undefined || path === '') return;
  try {
    const before = (await world.files.exists(path)) ? await world.files.readText(path) : '';
    const text = before === '' || before.endsWith('\n') ? `${before}${markdown}` : `${before}\n${markdown}`;
    if (Buffer.byteLength(text) <= summaryLimit) await world.files.writeAtomically(path, text);
    else world.stderr.write('The job summary is full; the Markdown report was left out.\n');
  } catch (cause) {
    world.stderr.write(`The job summary could not be written: ${cause instanceof Error ? cause.message : String(cause)}\n`);
  }
}
