import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from 'esbuild';
import Handlebars from 'handlebars';
import type { GeneratedFile } from './artefacts.js';
import { repository } from './read-schemas.js';

const banner = '/* Generated from packages/core/src/render/templates/ by `npm run generate`. Do not edit. */\n/* eslint-disable */\n';
const folder = 'packages/core/src/render';
const declaration = `${banner}/** Handlebars' precompiled templates by name; for its runtime alone. */
export declare const templates: Readonly<Record<string, object>>;
/** The page's style sheet. */
export declare const style: string;
/** Its hash as a content security policy names it. */
export declare const styleHash: string;
`;

/** Every template of the core as code, so that nothing compiles, and so nothing evaluates, while a page is rendered. */
export function renderTemplates(): GeneratedFile[] {
  const names = readdirSync(join(repository, folder, 'templates')).sort();
  const compiled = names.filter((name) => name.endsWith('.hbs')).map((name) => `${JSON.stringify(name.slice(0, -4))}: ${precompile(readTemplate(name))}`);
  const style = readTemplate('page.css').replace(/\s*\n\s*/g, ' ').trim();
  const hash = `sha256-${createHash('sha256').update(style).digest('base64')}`;
  const source = `exports.templates = {${compiled.join(',\n')}};\nexports.style = ${JSON.stringify(style)};\nexports.styleHash = ${JSON.stringify(hash)};\n`;
  return [
    { path: `${folder}/generated/templates.js`, text: banner + transformSync(source, { minifyWhitespace: true, target: 'node20', charset: 'utf8' }).code },
    { path: `${folder}/generated/templates.d.ts`, text: declaration },
  ];
}

function readTemplate(name: string): string {
  return readFileSync(join(repository, folder, 'templates', name), 'utf8').trimEnd();
}

/** Strict: a name that the view does not have is an error, not an empty place. */
function precompile(template: string): string {
  return String(Handlebars.precompile(template, { strict: true, knownHelpersOnly: true, preventIndent: true }));
}
