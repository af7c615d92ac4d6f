export { readCalibrateOptions, type CalibrateOptions } from './calibrate-options.js';
export { calibrateProject, type Calibration } from './calibrate-project.js';
export { listKnownProfiles } from './known-profiles.js';
export { shownPath } from './profile-target.js';
