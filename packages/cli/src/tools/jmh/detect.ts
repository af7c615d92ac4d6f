import { folderOf } from '../detection/folder-of.js';
import type { Detected, Detector } from '../detector.js';

const buildFiles = /(^|\/)(?:pom\.xml|build\.gradle(?:\.kts)?)$/;

/** Maven projects as JMH's archetype makes them; what another build calls its jar is not guessed. */
export const detector: Detector = {
  tool: 'jmh',
  reads: buildFiles,
  detect({ snapshot }) {
    const detected: Detected = { projects: [], skipped: [] };
    for (const [path, text] of snapshot) {
      if (!buildFiles.test(path) || !/\bjmh\b/.test(text ?? '')) continue;
      const jar = path.endsWith('pom.xml') ? mavenJar(text ?? '') : null;
      if (jar !== null) detected.projects.push({ root: folderOf(path), suites: [{ name: 'jmh', tool: 'jmh', build: ['mvn', '--batch-mode', '--quiet', 'package'], command: ['java', '-jar', jar] }] });
      else if (/jmh-core|me\.champeau|jmh\s*\{|jmhJar/.test(text ?? '')) detected.skipped.push({ path, what: 'JMH benchmarks', why: 'where the build puts their jar cannot be told: add a suite with the command java -jar and its path' });
    }
    return detected;
  },
};

/** The shaded jar's name where the pom tells it in words or by the archetype's property. */
function mavenJar(pom: string): string | null {
  const named = /<finalName>\s*([^<\s]+)\s*<\/finalName>/.exec(/maven-shade-plugin[\s\S]*?<\/plugin>/.exec(pom)?.[0] ?? '')?.[1];
  const property = /^\$\{([\w.-]+)\}$/.exec(named ?? '')?.[1];
  const name = property === undefined ? named : new RegExp(`<${property.replaceAll('.', '\\.')}>\\s*([^<\\s]+)\\s*<`).exec(pom)?.[1];
  return name === undefined || name.includes('$') ? null : `target/${name}.jar`;
}
