import type { WrittenSuite } from '@benchline/core/model';
import { cargoFiles, detectCargoBenches } from '../detection/cargo-benches.js';
import { folderOf, within } from '../detection/folder-of.js';
import type { Detector } from '../detector.js';

const benchSource = /(?:^|\/)benches\/([^/]+)(?:\/main)?\.rs$/;

/** Programs in `benches` with `#[bench]` functions, which Cargo finds by itself, and those of the crate bencher, which is that harness for stable Rust. */
export const detector: Detector = {
  tool: 'libtest',
  reads: cargoFiles,
  detect({ snapshot }) {
    const targetsOf = new Map<string, string[]>();
    for (const [path, text] of snapshot) {
      const name = benchSource.exec(path)?.[1];
      const root = folderOf(path.slice(0, path.lastIndexOf('benches/') + 'benches'.length));
      if (name === undefined || !/^\s*#\[bench\]/m.test(text ?? '') || !snapshot.has(within(root, 'Cargo.toml'))) continue;
      targetsOf.set(root, [...(targetsOf.get(root) ?? []), name]);
    }
    const suiteOf = (names: readonly string[]): WrittenSuite => ({ name: 'libtest', tool: 'libtest', command: ['cargo', 'bench', ...names.flatMap((name) => ['--bench', name])] });
    const { projects, skipped } = detectCargoBenches(snapshot, 'libtest', ['bencher']);
    return { projects: [...[...targetsOf].map(([root, names]) => ({ root, suites: [suiteOf(names)] })), ...projects], skipped };
  },
};
