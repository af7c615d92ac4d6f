export type SpecKind = 'micro' | 'load';

/** A file to write: its path beside the spec, and its text. */
export interface SpecFile {
  path: string;
  text: string;
}

/** A performance spec to begin with, and what it needs to run as it is. `directory` is the spec's folder, relative to the project. */
export function renderSpec(kind: SpecKind, { name, directory }: { name: string; directory: string }): SpecFile[] {
  if (kind === 'micro') return [{ path: `${name}.perf.ts`, text: microSpec(name) }];
  return [{ path: `${name}.perf.ts`, text: loadSpec(name, `${directory}/${name}.server.mjs`) }, { path: `${name}.server.mjs`, text: server }];
}

/** One measured call, what it works on, what it must hold. */
function microSpec(name: string): string {
  return `import { describePerf, expectPerf, itPerf } from 'benchline/harness';

describePerf('${name}', () => {
  // Replace the sum by a call of the code to measure. What a call returns is kept, so that it is not optimised away.
  itPerf('sum', (numbers: number[]) => numbers.reduce((sum, each) => sum + each, 0), {
    params: { size: [1_000, 100_000] },
    setup: ({ size }) => Array.from({ length: Number(size) }, (_, index) => index),
    elements: (numbers) => numbers.length,
    expect: (result) => {
      expectPerf(result).toBeUnder('100 ms').withTolerance('5%');
    },
  });
});
`;
}

/** A server that is started, awaited, put under a constant load and stopped. */
function loadSpec(name: string, serverPath: string): string {
  return `import { describePerf, expectLoad, itLoad } from 'benchline/harness';

describePerf('${name}', () => {
  // Replace the command by the server's own, and the URL by one of its paths. Without a rate it is asked as fast as it answers.
  itLoad('home', {
    server: { command: ['node', '${serverPath}'], env: { PORT: '8437' } },
    url: 'http://127.0.0.1:8437/',
    rate: 500,
    expect: (result) => {
      expectLoad(result).p99.toRespondUnder('250 ms').withTolerance('5%');
    },
  });
});
`;
}

const server = `// Stands in for the server under test, so that the load test beside it runs as it is.
import { createServer } from 'node:http';

createServer((request, response) => response.end('hello\\n')).listen(Number(process.env.PORT), '127.0.0.1');
`;
