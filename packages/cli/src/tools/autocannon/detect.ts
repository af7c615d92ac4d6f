import type { Detector } from '../detector.js';
import { detectScripts, scriptFiles } from '../detection/script-suites.js';

export const detector: Detector = {
  tool: 'autocannon',
  reads: scriptFiles,
  detect: ({ snapshot }) => detectScripts(snapshot, 'autocannon', 'autocannon'),
};
