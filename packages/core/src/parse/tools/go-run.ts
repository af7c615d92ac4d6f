import { GoBenchmarks } from './go-benchmarks.js';
import { GoResultScanner } from './go-result-scanner.js';
import type { GoTrouble } from './go-troubles.js';
import type { UnitStatement } from './go-units.js';

/** What all the streams of one run gather. */
export class GoRun {
  readonly benchmarks = new GoBenchmarks();
  readonly scanner = new GoResultScanner();
  readonly troubles: GoTrouble[] = [];
  /** By our metric's name: ns/op and sec/op are one. */
  readonly units = new Map<string, UnitStatement[]>();
  processes = 0;

  /** Of a benchmark the first of each kind counts. */
  addTrouble(trouble: GoTrouble): GoTrouble {
    const { section, kind, name } = trouble;
    const key = `${kind} ${name}`;
    if (name === null || !section.troubled.has(key)) this.troubles.push(trouble);
    section.troubled.add(key);
    return trouble;
  }
}
