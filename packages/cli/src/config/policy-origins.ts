import { basename, isAbsolute, relative, sep } from 'node:path';
import { configDefaults, formatShare, parseShare, type PolicyOrigin, type PolicyOrigins, type WrittenConfig } from '@benchline/core/model';
import { valueAt } from '../artefacts/schema-wording.js';

/** A layer of the configuration: what it says, and what it is called. */
export interface ConfigLayer {
  layer: PolicyOrigin['layer'];
  /** As people read it: a file, a variable, a flag, a profile. */
  from: string;
  value: WrittenConfig;
}

/** Settings that can change a verdict, with what holds where nobody says anything. */
const settings: readonly { setting: string; builtIn: string }[] = [
  { setting: 'compare.stored.warn', builtIn: formatShare(configDefaults.stored.warn) },
  { setting: 'compare.stored.fail', builtIn: formatShare(configDefaults.stored.fail) },
  { setting: 'compare.stored.p95', builtIn: formatShare(configDefaults.tail) },
  { setting: 'compare.paired.detect', builtIn: formatShare(configDefaults.paired.detect) },
  { setting: 'compare.paired.fail', builtIn: formatShare(configDefaults.paired.fail) },
  { setting: 'compare.metricStat', builtIn: configDefaults.statistic },
  { setting: 'compare.overrides', builtIn: 'none' },
  { setting: 'slo', builtIn: 'none' },
  { setting: 'sloDefaults.tolerance', builtIn: formatShare(0) },
  { setting: 'sloDefaults.near', builtIn: formatShare(configDefaults.near) },
  { setting: 'sloDefaults.safetyMarginMultiplier', builtIn: '1' },
];

/** The origins of what an artefact was judged by alone: a setting that could not change it must not be part of it. */
export function originsOf(origins: PolicyOrigins, prefix: 'compare' | 'slo'): PolicyOrigins {
  return { ...origins, settings: origins.settings.filter(({ setting }) => setting.startsWith(prefix)) };
}

/** From which layer each of these settings comes; the strongest layer first. */
export function listOrigins(layers: readonly ConfigLayer[]): PolicyOrigin[] {
  return settings.map(({ setting, builtIn }) => {
    const pointer = `/${setting.replaceAll('.', '/')}`;
    const says = layers.find(({ value }) => valueAt(value, pointer) !== undefined);
    if (says === undefined) return { setting, value: builtIn, layer: 'built-in', from: null };
    return { setting, value: shown(valueAt(says.value, pointer)), layer: says.layer, from: says.from };
  });
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return `${value.length} ${value.length === 1 ? 'entry' : 'entries'}`;
  const share = typeof value === 'string' || (typeof value === 'number' && value < 1) ? parseShare(value) : null;
  return share === null ? String(value) : formatShare(share);
}

/** A file for people and for artefacts: relative to the workspace; of one outside of it the name alone, since home paths never enter an artefact. */
export function namedFile(file: string, workspaceRoot: string): string {
  const way = relative(workspaceRoot, file);
  return way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way) ? basename(file) : way.split(sep).join('/');
}
