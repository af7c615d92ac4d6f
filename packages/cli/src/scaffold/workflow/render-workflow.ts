import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Handlebars from 'handlebars';
import { distFolder } from '../../dist-folder.js';

const folders = ['github', 'gitlab', 'scripts'];
const helpers = { scalar, concat, shellQuoted };

let environment: typeof Handlebars | undefined;

/** A file of scaffold/files as text; the other files there are its partials. A name that the context lacks is an error. */
export function renderWorkflow(template: string, context: object): string {
  environment ??= createEnvironment();
  return environment.compile(`{{> ${template}}}`, settings)(context, { allowProtoPropertiesByDefault: false });
}

const settings: Parameters<typeof Handlebars.compile>[1] = { strict: true, noEscape: true, knownHelpersOnly: true, knownHelpers: Object.fromEntries(Object.keys(helpers).map((name) => [name, true])) };

function createEnvironment(): typeof Handlebars {
  const created = Handlebars.create();
  created.registerHelper(helpers);
  for (const folder of folders) {
    const path = join(distFolder, 'scaffold/files', folder);
    for (const file of readdirSync(path)) {
      const source = readFileSync(join(path, file), 'utf8').replace(/\r\n/g, '\n');
      created.registerPartial(`${folder}/${file.replace(/(\.yml)?\.hbs$/, '')}`, created.compile(source, settings));
    }
  }
  return created;
}

/** A text as a YAML scalar: plain where YAML reads it so, since formatters differ about quotes. An expression of a workflow in it stays text. */
function scalar(text: string): string {
  const inert = text.replaceAll('${{', "${{ '${{' }}");
  const isPlain = !/^\.\d/.test(inert) && /^[A-Za-z_./][^\n"]*$/.test(inert) && !/: |:$| #|\s$/.test(inert) && !/^(?:true|false|null|yes|no|on|off|y|n|\.inf|\.nan)$/i.test(inert);
  return isPlain ? inert : JSON.stringify(inert);
}

function concat(...parts: unknown[]): string {
  return parts.slice(0, -1).join('');
}

/** A text as one word of a shell, inside a YAML block or a plain scalar. */
function shellQuoted(text: string): string {
  return /^[\w./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
