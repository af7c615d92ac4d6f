export interface Arrow {
  folder: string;
  folders: string[];
  types: string[];
  packages: string[];
}
export const arrows: readonly Arrow[];
export const cliTops: readonly string[];
