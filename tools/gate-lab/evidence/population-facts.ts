import { CALM, calmPlans, dedicatedHosts, fullPlans } from '../data/populations.js';

export { CALM };

/** How many benchmarks of the dedicated hosts belong to which population. */
export function populations(): { benchmarks: number; full: number; calm: number; plain: number } {
  return { benchmarks: dedicatedHosts().length, full: fullPlans().length, calm: calmPlans().length, plain: fullPlans().filter(({ plainCv }) => plainCv <= CALM).length };
}
