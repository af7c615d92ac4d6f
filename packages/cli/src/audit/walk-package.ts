import { join } from 'node:path';
import type { World } from '../ports/world.js';
import { packageLimits } from './package-layout.js';

export interface FoundFile {
  path: string;
  bytes: number;
}

/** What stands in a package folder: its plain files, and what has no place there (path and what it is). */
export interface PackageContent {
  files: FoundFile[];
  misplaced: { path: string; problem: string }[];
}

/** Lists a folder without following a link and without reading a file. */
export async function walkPackage(world: World, folder: string): Promise<PackageContent> {
  const content: PackageContent = { files: [], misplaced: [] };
  await walkFolder({ world, folder, content }, '', 0);
  const total = content.files.reduce((sum, { bytes }) => sum + bytes, 0);
  if (total > packageLimits.totalBytes) content.misplaced.push({ path: '.', problem: `holds ${total} bytes, more than ${packageLimits.totalBytes}` });
  return content;
}

interface Walk {
  world: World;
  folder: string;
  content: PackageContent;
}

async function walkFolder(walk: Walk, inside: string, depth: number): Promise<void> {
  const { files, misplaced } = walk.content;
  const entries = await walk.world.files.list(join(walk.folder, inside));
  if (entries.length === 0 && inside !== '') misplaced.push({ path: inside, problem: 'is an empty folder, which no manifest lists' });
  for (const { name, kind, bytes } of entries) {
    const path = inside === '' ? name : `${inside}/${name}`;
    if (kind === 'link') misplaced.push({ path, problem: 'is a symbolic link' });
    else if (kind === 'other') misplaced.push({ path, problem: 'is neither a file nor a folder' });
    else if (kind === 'folder' && depth >= packageLimits.depth) misplaced.push({ path, problem: `lies deeper than ${packageLimits.depth} folders` });
    else if (kind === 'folder') await walkFolder(walk, path, depth + 1);
    else if (bytes > packageLimits.fileBytes) misplaced.push({ path, problem: `has ${bytes} bytes, more than ${packageLimits.fileBytes}` });
    else if (files.length >= packageLimits.files) misplaced.push({ path, problem: `is one file more than ${packageLimits.files}` });
    else files.push({ path, bytes });
    if (misplaced.length > 100) return;
  }
}
