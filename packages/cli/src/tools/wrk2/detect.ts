import type { Detector } from '../detector.js';
import { detectScripts, scriptFiles } from '../detection/script-suites.js';

export const detector: Detector = {
  tool: 'wrk2',
  reads: scriptFiles,
  detect: ({ snapshot }) => detectScripts(snapshot, 'wrk2', 'wrk2'),
};
