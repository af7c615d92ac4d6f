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

/** The name of the jar with everything in it, where the pom tells it in words or by a property as the archetype does. */
function mavenJar(pom: string): string | null {
  const shade = /maven-shade-plugin[\s\S]*?<\/plugin>/.exec(pom)?.[0];
  const named = finalName.exec(shade ?? '')?.[1] ?? (shade === undefined ? undefined : finalName.exec(pom)?.[1]);
  const property = /^\$\{([\w.-]+)\}$/.exec(named ?? '')?.[1];
  const name = property === undefined ? named : new RegExp(`<${property.replaceAll('.', '\\.')}>\\s*([^<\\s]+)\\s*<`).exec(pom)?.[1];
  return name === undefined || name.includes('$') ? null : `target/${name}.jar`;
}

const finalName = /<finalName>\s*([^<\s]+)\s*<\/finalName>/;
