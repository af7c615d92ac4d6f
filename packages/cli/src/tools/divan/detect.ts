import type { Detector } from '../detector.js';
import { cargoFiles, detectCargoBenches } from '../detection/cargo-benches.js';

export const detector: Detector = {
  tool: 'divan',
  reads: cargoFiles,
  detect: ({ snapshot }) => detectCargoBenches(snapshot, 'divan', ['divan']),
};
