import type { Profile } from '../model/index.js';
import { escapeTerminal } from './escape.js';
import { createPalette, type TextOptions } from './palette.js';
import { layoutTable, type Cell, type Column } from './table.js';

/** A profile where it was found. */
export interface ListedProfile {
  readonly profile: Profile;
  /** "local", "repository", "folder". */
  readonly place: string;
  /** Whether it is this project's and this machine's. */
  readonly fits: boolean;
  /** Whether comparisons of this project take their noise floors from it. */
  readonly used: boolean;
}

/** A folder in which profiles are looked for. */
export interface ListedPlace {
  readonly place: string;
  /** As people write it. */
  readonly folder: string;
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
];

/** Profiles, those that win first; `*` is in use here. Then where they were looked for: `<project>/<profile>.json` below these folders. */
export function renderProfileList(profiles: readonly ListedProfile[], places: readonly ListedPlace[], { color, columns }: TextOptions): string {
  const paint = createPalette(color);
  const folders = places.map(({ place, folder }) => paint('dim', `${place}: ${escapeTerminal(folder)}`));
  if (profiles.length === 0) return ['No profile yet: benchline calibrate makes one.', ...folders, ''].join('\n');
  const cells = profiles.map(({ profile, place, fits, used }): Cell[] => {
    const { name, project, host, benchmarks, createdAt } = profile;
    const texts = [used ? '*' : '', name, project, place, host.class ?? host.cpuModel, fits ? 'yes' : 'no', String(benchmarks.length), createdAt.slice(0, 10)];
    return texts.map((text, index) => ({ text: escapeTerminal(text), ...(index === 0 ? { paint: (mark: string) => paint('green', mark) } : {}) }));
  });
  const [head = '', ...lines] = layoutTable(columnsOfList, cells, columns);
  return [paint('dim', head), ...lines, '', paint('dim', '* in use here'), ...folders, ''].join('\n');
}
