import type { Detector } from '../detector.js';
import { cargoFiles, detectCargoBenches } from '../detection/cargo-benches.js';

export const detector: Detector = {
  tool: 'gungraun',
  reads: cargoFiles,
  install: 'sudo apt-get update && sudo apt-get install --yes valgrind',
  detect: ({ snapshot }) => detectCargoBenches(snapshot, 'gungraun', ['gungraun']),
};
