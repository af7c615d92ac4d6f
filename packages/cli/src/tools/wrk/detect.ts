import type { Detector } from '../detector.js';
import { detectScripts, scriptFiles } from '../detection/script-suites.js';

export const detector: Detector = {
  tool: 'wrk',
  reads: scriptFiles,
  install: 'sudo apt-get update && sudo apt-get install --yes wrk',
  detect: ({ snapshot }) => detectScripts(snapshot, 'wrk', 'wrk'),
};
