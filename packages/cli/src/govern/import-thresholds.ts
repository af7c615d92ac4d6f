import { extname, join, relative, resolve } from 'node:path';
import { createFinding, type WrittenConfig, type WrittenObjective } from '@benchline/core/model';
import { renderFindings } from '@benchline/core/render';
import { checkSchema } from '../artefacts/check-schema.js';
import type { CommandResult } from '../command-definition.js';
import { textOptions } from './text-options.js';
import type { World } from '../ports/world.js';
import { userError } from '../user-error.js';
import { findConfigFile } from '../config/find-config-file.js';
import { leaveOut, type LeftOut } from '../config/import-draft.js';
import { importObjectives, type ImportedObjectives } from '../config/import-objectives.js';
import type { NameMap } from '../config/import-sections.js';
import { longestConfig, parseConfigText } from '../config/parse-config-text.js';

export interface SloImportOptions {
  project?: string;
  config?: string;
  /** Adds the objectives to the config file instead of printing them. */
  write?: boolean;
  /** NAME=PATTERN each. */
  map?: readonly string[];
}

const extensions = ['.toml', '.yaml', '.yml', '.json'];

/** Makes objectives of a file of thresholds: prints the section for benchline.json, or adds it there. Exit 2 where nothing could be imported. */
export async function runSloImport(file: string, options: SloImportOptions, world: World): Promise<CommandResult> {
  const path = resolve(world.cwd, file);
  if (!extensions.includes(extname(path).toLowerCase())) throw userError('BNL016', { problem: `${file} is none of ${extensions.join(', ')}`, fix: 'Give the file the extension of its language.' });
  if (!(await world.files.exists(path))) throw userError('BNL008', { path: file, purpose: 'the thresholds to import' }, { file: path });
  const imported = importObjectives(parseConfigText(await world.files.readText(path, longestConfig), path), nameMap(options.map ?? []));
  const count = imported.config.slo?.length ?? 0;
  const written = options.write && count > 0 ? await addToConfig(imported, options, world) : null;
  const { config, left } = written ?? imported;
  const findings = left.map(({ key, because, fix }) => createFinding('BNL044', { left: key, because, fix }, { file }));
  const told = written === null ? `${JSON.stringify(config, null, 2)}\n` : `${relative(world.cwd, written.path)}: ${config.slo?.length ?? 0} of ${count} objectives added.\n`;
  const rest = findings.length === 0 ? '' : `\n${renderFindings(findings, textOptions(world))}`;
  return { exitCode: count === 0 ? 2 : 0, json: { ...config, left, written: written?.path ?? null }, text: `${told}${rest}` };
}

function nameMap(pairs: readonly string[]): NameMap {
  return Object.fromEntries(pairs.map((pair) => {
    const at = pair.indexOf('=');
    if (at < 1 || at === pair.length - 1) throw userError('BNL016', { problem: `--map ${pair} is not NAME=PATTERN`, fix: 'Write for instance --map "display=decode/display*".' });
    return [pair.slice(0, at), pair.slice(at + 1)];
  }));
}

/** Adds what the config does not have yet; what it has stays as it is, and is told. */
async function addToConfig({ config, left }: ImportedObjectives, { project, config: named }: SloImportOptions, world: World): Promise<ImportedObjectives & { path: string }> {
  const root = resolve(world.cwd, project ?? '.');
  const path = named === undefined ? ((await findConfigFile(world, root)) ?? join(root, 'benchline.json')) : resolve(world.cwd, named);
  if (extname(path).toLowerCase() !== '.json') throw userError('BNL016', { problem: `${path} is not JSON, and writing would lose its comments`, fix: 'Leave --write out, and add what is printed by hand.' });
  const text = (await world.files.exists(path)) ? await world.files.readText(path, longestConfig) : '{}';
  const own = parseConfigText(text, path) as WrittenConfig;
  checkSchema('config', own, path);
  const merged = withObjectives(own, config);
  const next = { ...own, slo: [...(own.slo ?? []), ...merged.added], ...(Object.keys(merged.defaults).length === 0 ? {} : { sloDefaults: merged.defaults }) };
  checkSchema('config', next, path);
  await world.files.writeAtomically(path, `${JSON.stringify(next, null, /^([ \t]+)"/m.exec(text)?.[1] ?? 2)}\n`);
  return { config: { slo: merged.added, ...(config.sloDefaults && { sloDefaults: config.sloDefaults }) }, left: [...left, ...merged.left], path };
}

function withObjectives(own: WrittenConfig, imported: ImportedObjectives['config']): { added: WrittenObjective[]; defaults: NonNullable<WrittenConfig['sloDefaults']>; left: LeftOut[] } {
  const draft = { objectives: [], defaults: {}, left: [] as LeftOut[] };
  const known = new Set((own.slo ?? []).map(subjectOf));
  const added = (imported.slo ?? []).filter((objective) => {
    if (!known.has(subjectOf(objective))) return true;
    leaveOut(draft, `${objective.benchmark} ${objective.min ?? objective.max ?? ''}`, { because: 'the config has an objective for it already', fix: 'Change that one, if this limit is the right one.' });
    return false;
  });
  return { added, defaults: { ...imported.sloDefaults, ...own.sloDefaults }, left: draft.left };
}

function subjectOf({ suite, benchmark, metric = 'time', statistic = 'median', min, hostClass, budget }: WrittenObjective): string {
  return JSON.stringify([suite, benchmark, metric, statistic, min === undefined, hostClass, budget === undefined]);
}
