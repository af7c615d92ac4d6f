/** fast-check as every spec gets it: with a fixed seed, so that a property that fails once fails every time. FAST_CHECK_SEED=random looks elsewhere. */
const fc = require('../../node_modules/fast-check/lib/cjs/fast-check.js');

if (process.env.FAST_CHECK_SEED !== 'random') fc.configureGlobal({ seed: Number(process.env.FAST_CHECK_SEED ?? 20_261_121) });

module.exports = fc;
