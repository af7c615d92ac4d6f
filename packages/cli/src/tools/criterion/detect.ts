import type { Detector } from '../detector.js';
import { cargoFiles, detectCargoBenches } from '../detection/cargo-benches.js';

export const detector: Detector = {
  tool: 'criterion',
  reads: cargoFiles,
  detect: ({ snapshot }) => detectCargoBenches(snapshot, 'criterion', ['criterion']),
};
