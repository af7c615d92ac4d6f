import type { Detector } from '../detector.js';
import { detectScripts, scriptFiles } from '../detection/script-suites.js';

export const detector: Detector = {
  tool: 'oha',
  reads: scriptFiles,
  detect: ({ snapshot }) => detectScripts(snapshot, 'oha', 'oha'),
};
