export { renderBenchRecords } from './bench-record.js';
export { renderBenchfmt } from './benchfmt.js';
export { renderBmf } from './bmf.js';
export { renderCsv } from './csv.js';
export type { Exported, ExportRenderer, LeftOut } from './exported.js';
export { directionsOf, renderGithubActionBenchmark } from './github-action-benchmark.js';
