import type { PolicyOrigin, PolicyOrigins } from '../model/index.js';

/** Which profile is in force and which settings are not the built-in ones, each a sentence; [] where nothing is known. */
export function originNotes(origins: PolicyOrigins | undefined): string[] {
  if (origins === undefined) return [];
  const shown = origins.settings.filter(({ layer }) => layer !== 'built-in');
  const settings = shown.length === 0 ? 'Settings: all built in.' : `Settings: ${shown.map(settingText).join(', ')}; the others are built in.`;
  return [settings, profileText(origins)];
}

function settingText({ setting, value, from }: PolicyOrigin): string {
  return `${setting.replace(/^(?:compare|sloDefaults)\./, '')} ${value} (${from ?? 'built in'})`;
}

const placeWords = { 'named-profile': 'BENCHLINE_PROFILE_DIR', 'local-profile': 'local', 'repository-profile': 'repository' } as const;
const chooserWords = { host: 'found for the machine', flag: 'named by --profile', environment: 'named by BENCHLINE_PROFILE', project: 'named by the config', workspace: 'named by the workspace\'s config' } as const;

function profileText({ profile }: PolicyOrigins): string {
  if (profile === null) return 'Profile: none is for this machine.';
  const { name, layer, from, chosenBy, createdAt } = profile;
  return `Profile: ${name} of ${createdAt.slice(0, 10)}, ${chooserWords[chosenBy]} (${placeWords[layer]}, ${from}).`;
}
