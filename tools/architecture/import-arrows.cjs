const { posix, relative, sep } = require('node:path');
const { arrows, cliTops } = require('./arrows.cjs');

const root = posix.join(__dirname.split(sep).join('/'), '../..');

/** ESLint rule: every import follows the arrows. Works on the text of the specifier alone, so nothing can stay unresolved and unseen. */
module.exports = {
  meta: { type: 'problem', schema: [], messages: { crossed: '{{folder}} must not import {{target}}{{how}} (tools/architecture/arrows.cjs).' } },
  create(context) {
    const file = toRepository(context.filename);
    const row = arrows.find(({ folder }) => file.startsWith(`${folder}/`));
    if (row === undefined) return {};
    const check = (node, specifier, typeOnly) => {
      const problem = typeof specifier === 'string' ? crossing(row, file, { specifier, typeOnly }) : null;
      if (problem !== null) context.report({ node, messageId: 'crossed', data: { folder: row.folder, ...problem } });
    };
    const ofDeclaration = (node) => node.source && check(node, node.source.value, node.importKind === 'type' || node.exportKind === 'type');
    return {
      ImportDeclaration: ofDeclaration,
      ExportNamedDeclaration: ofDeclaration,
      ExportAllDeclaration: ofDeclaration,
      ImportExpression: (node) => check(node, node.source.value, false),
      TSImportType: (node) => check(node, node.source?.value ?? node.argument?.literal?.value, true),
      'CallExpression[callee.name="require"]': (node) => check(node, node.arguments[0]?.value, false),
    };
  },
};

function toRepository(path) {
  return relative(root, path).split(sep).join('/');
}

/** What an import crosses; null if it may. */
function crossing(row, file, { specifier, typeOnly }) {
  if (specifier.startsWith('node:')) return row.folder.startsWith('packages/core/') ? { target: specifier, how: '' } : null;
  const target = specifier.startsWith('.') ? insideTarget(row, posix.join(posix.dirname(file), specifier)) : packageTarget(specifier);
  if (target === null || row.packages.includes(target)) return null;
  const allowed = (names) => names.some((name) => target === name || target.startsWith(`${name}/`));
  if (allowed(row.folders) && target !== 'core') return null;
  if (allowed(row.types)) return typeOnly ? null : { target, how: ' but by "import type"' };
  return { target, how: '' };
}

/** Name of a workspace folder or of an npm package, as the table writes it. */
function packageTarget(specifier) {
  const own = /^@benchline\/core(\/.*)?$/.exec(specifier);
  if (own) return `core${own[1] ?? ''}`;
  return specifier.split('/').slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
}

function insideTarget(row, path) {
  if (path.startsWith(`${row.folder}/`)) return row.folder.endsWith('/commands') ? anotherCommand(path) : null;
  const [, workspace, folder] = /^packages\/(core|cli)\/src\/([^/]+)/.exec(path) ?? [];
  if (workspace === undefined || !row.folder.startsWith(`packages/${workspace}/`)) return path;
  if (workspace === 'core') return `core/${folder}`;
  const file = /^(.+)\.js$/.exec(folder);
  return file !== null && !cliTops.includes(file[1]) ? null : folder;
}

/** A command never calls another: what both need has a folder of its own. */
function anotherCommand(path) {
  return path.split('/').length === 'packages/cli/src/commands/x'.split('/').length ? 'another command' : null;
}
