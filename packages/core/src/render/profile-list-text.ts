import type { Profile } from '../model/index.js';
import { escapeTerminal } from './escape.js';
import { createPalette, type TextOptions } from './palette.js';
import { layoutTable, type Cell, type Column } from './table.js';

/** A profile where it was found. */
export interface ListedProfile {
  readonly profile: Profile;
  /** "local", "repository", "folder". */
  readonly place: string;
  /** Its file, as people write it. */
  readonly path: string;
  /** Whether it is this project's and this machine's. */
  readonly fits: boolean;
  /** Whether comparisons of this project take their noise floors from it. */
  readonly used: boolean;
}

const columnsOfList: readonly Column[] = [
  { head: '', align: 'left' },
  { head: 'profile', align: 'left' },
  { head: 'project', align: 'left', shrinks: true },
  { head: 'place', align: 'left' },
  { head: 'host', align: 'left', shrinks: true },
  { head: 'fits', align: 'left' },
  { head: 'benchmarks', align: 'right' },
  { head: 'made', align: 'left' },
  { head: 'file', align: 'left', shrinks: true },
];

/** Profiles, those that win first; `*` is in use here. */
export function renderProfileList(profiles: readonly ListedProfile[], { color, columns }: TextOptions): string {
  if (profiles.length === 0) return 'No profile yet: benchline calibrate makes one.\n';
  const paint = createPalette(color);
  const cells = profiles.map(({ profile, place, path, fits, used }): Cell[] => {
    const { name, project, host, benchmarks, createdAt } = profile;
    const texts = [used ? '*' : '', name, project, place, host.class ?? host.cpuModel, fits ? 'yes' : 'no', String(benchmarks.length), createdAt.slice(0, 10), path];
    return texts.map((text, index) => ({ text: escapeTerminal(text), ...(index === 0 ? { paint: (mark: string) => paint('green', mark) } : {}) }));
  });
  const [head = '', ...lines] = layoutTable(columnsOfList, cells, columns);
  return [paint('dim', head), ...lines, '', paint('dim', '* in use here'), ''].join('\n');
}
