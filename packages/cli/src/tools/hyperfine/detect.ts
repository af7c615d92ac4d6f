import type { Detector } from '../detector.js';
import { detectScripts, scriptFiles } from '../detection/script-suites.js';

export const detector: Detector = {
  tool: 'hyperfine',
  reads: scriptFiles,
  install: 'sudo apt-get update && sudo apt-get install --yes hyperfine',
  detect: ({ snapshot }) => detectScripts(snapshot, 'hyperfine', 'hyperfine'),
};
