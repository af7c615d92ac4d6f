import { hasOption, loadRunner } from '../load-program.js';
import type { ToolRunner } from '../tool-runner.js';

/** oha, read from the JSON that it prints. Old versions know -j alone: a command that has it is not given --output-format. */
export const runner: ToolRunner = loadRunner({
  tool: 'oha',
  example: '["oha", "-z", "10s", "-c", "10", "http://127.0.0.1:8080/"]',
  install: 'Install oha: cargo install oha or brew install oha.',
  programs: ['oha'],
  flags: (own) => [...(hasOption(own, ['--no-tui']) ? [] : ['--no-tui']), ...(hasOption(own, ['--output-format', '--json', '-j']) ? [] : ['--output-format', 'json'])],
  duration: { spelt: ['-z'], flag: (ms) => ['-z', `${ms}ms`] },
  versionFlag: '--version',
  output: 'stdout.txt',
});
