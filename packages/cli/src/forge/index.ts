export { findForge, type ForgePlace, type KnownPlace } from './forge-place.js';
export { publishGate, type Published, type PublishOptions } from './publish-gate.js';
export { publishedText } from './tell-published.js';
export { readHandedOver } from './second-stage/read-handed-over.js';
export { findOrigin } from './second-stage/find-origin.js';
