import { join, resolve } from 'node:path';
import type { AuditManifest, Finding } from '@benchline/core/model';
import { escapeTerminal, renderFindingAnnotations, renderFindings } from '@benchline/core/render';
import { artefactPaths } from '../artefacts/paths.js';
import { collectSources } from '../audit/collect-sources.js';
import { createPackage } from '../audit/create-package.js';
import { placePackage } from '../audit/place-package.js';
import { readEvidence } from '../audit/read-evidence.js';
import { verifyPackage } from '../audit/verify-package.js';
import { declareProjectOptions, type CommandDefinition, type CommandGroup, type CommandResult, type ProjectOptions } from '../command-definition.js';
import { loadConfig, type LoadedConfig } from '../config/load-config.js';
import { textOptions } from '../govern/text-options.js';
import type { World } from '../ports/world.js';
import { userError } from '../user-error.js';

export interface AuditCreateOptions extends ProjectOptions {
  /** Where the package is written; default: .benchline/audit/PROJECT-COMMIT, which replaces an earlier one. */
  output?: string;
}

export interface AuditVerifyOptions {
  folder: string;
}

/** Puts everything that the last verdicts rest on into one folder, with a digest of every file. */
export async function runAudit(options: AuditCreateOptions, world: World): Promise<CommandResult> {
  const loaded = await loadConfig(world, options);
  const evidence = await readEvidence(world, loaded);
  const sources = await collectSources(world, evidence, loaded);
  const folder = options.output === undefined ? defaultFolder(loaded, evidence.report.value.provenance.commit.sha ?? evidence.report.digest.slice('sha256:'.length)) : resolve(world.cwd, options.output);

  const manifest = await placePackage(world, folder, { replace: options.output === undefined, make: (staging) => createPackage(world, staging, { evidence, sources }) });
  return { exitCode: 0, json: { folder, manifest }, text: created(folder, manifest) };
}

function defaultFolder({ projectRoot, config }: LoadedConfig, sha: string): string {
  const project = config.project.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^[.-]+/, '') || 'project';
  return join(artefactPaths(projectRoot).folder, 'audit', `${project}-${sha.slice(0, 8)}`);
}

function created(folder: string, manifest: AuditManifest): string {
  return escapeTerminal(`Audit package: ${folder}`) + `\n${factLines(manifest)}  verify with: benchline audit verify FOLDER, or sha256sum --check manifest-sha256.txt\n`;
}

function factLines({ project, commit, files, verdicts }: AuditManifest): string {
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const facts = [`project ${project} at ${commit.sha?.slice(0, 12) ?? 'no commit'}${commit.dirty ? ', with uncommitted changes' : ''}`, `${files.length} files, ${bytes} bytes`, `comparison ${verdicts.comparison ?? 'none'}, objectives ${verdicts.slo ?? 'none'}`];
  return facts.map((fact) => `  ${escapeTerminal(fact)}\n`).join('');
}

/** Checks a package with nothing but the package: files, digests, schemas, references, and every verdict judged again. */
export async function runAuditVerify({ folder }: AuditVerifyOptions, world: World): Promise<CommandResult> {
  const path = resolve(world.cwd, folder);
  const { manifest, problems, unverified } = await verifyPackage(world, path);
  if (problems.length > 0 || manifest === null) return refused(problems, world);
  const notes = unverified.map((what) => `  not verified: ${what}\n`).join('');
  return { exitCode: 0, json: { verified: true, manifest, problems: [], unverified }, text: `${escapeTerminal(`Verified: ${path}`)}\n${factLines(manifest)}${notes}` };
}

function refused(problems: readonly Finding[], world: World): CommandResult {
  return { exitCode: 2, json: { verified: false, problems }, text: `${renderFindings(problems, textOptions(world))}Not verified.\n`, annotations: renderFindingAnnotations(problems) };
}

const createDefinition: CommandDefinition<AuditCreateOptions> = {
  name: 'create',
  summary: 'build the audit package of the last results',
  examples: [
    { line: 'benchline audit create', does: 'into .benchline/audit/' },
    { line: 'benchline audit create --output evidence/2026-11', does: 'into a folder of your own' },
  ],
  declare(command) {
    declareProjectOptions(command.option('--output <folder>', 'folder to write, default: .benchline/audit/PROJECT-COMMIT'));
  },
  run: ({ options }, world) => runAudit(options, world),
};

const verifyDefinition: CommandDefinition = {
  name: 'verify',
  summary: 'check a package and judge its verdicts again',
  examples: [{ line: 'benchline audit verify FOLDER', does: 'exit code 2 if anything does not agree' }],
  declare(command) {
    command.argument('<folder>', 'the audit package');
  },
  async run({ operands: [folder] }, world) {
    if (folder === undefined) throw userError('BNL016', { problem: 'The folder of the package is missing', fix: 'benchline audit verify FOLDER.' });
    return runAuditVerify({ folder }, world);
  },
};

export const auditCommand: CommandGroup = {
  name: 'audit',
  summary: 'build and verify audit packages',
  examples: [
    { line: 'benchline audit create', does: 'everything the last verdicts rest on, with digests' },
    { line: 'benchline audit verify FOLDER', does: 'check a package, with nothing but the package' },
    { line: 'benchline audit verify FOLDER --json', does: 'the same for programs' },
  ],
  subcommands: [createDefinition, verifyDefinition],
};
