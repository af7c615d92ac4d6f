import type { Detector } from '../detector.js';

const projectFiles = /\.csproj$/;

/** Which reports a project writes is known when it has written them. */
export const detector: Detector = {
  tool: 'benchmarkdotnet',
  reads: projectFiles,
  detect({ snapshot }) {
    const found = [...snapshot].filter(([path, text]) => projectFiles.test(path) && /Include="BenchmarkDotNet"/.test(text ?? ''));
    return { projects: [], skipped: found.map(([path]) => ({ path, what: 'BenchmarkDotNet', why: 'the names of its reports are those of its classes: add a suite with the command and the reports as "files", as docs/tools/benchmarkdotnet.md shows' })) };
  },
};
