/** The files that take longest begin first, so that two workers end at about the same time. Jest by itself goes by the length of a file, which says nothing here. */
const { basename } = require('node:path');
const Sequencer = require('@jest/test-sequencer').default;

const longest = ['nx.e2e.ts', 'tools.e2e.ts', 'nx-cache.e2e.ts', 'workflow.e2e.ts', 'samples.e2e.ts'];

function rank({ path }) {
  const at = longest.indexOf(basename(path));
  return at === -1 ? longest.length : at;
}

module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    return [...tests].sort((a, b) => rank(a) - rank(b) || (a.path < b.path ? -1 : 1));
  }
};
