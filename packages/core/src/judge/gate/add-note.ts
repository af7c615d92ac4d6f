/** As long as the schema lets a text be. */
const longest = 8192;

/** A reason with something added; what others wrote gives way where both are too long for the artefact. */
export function addNote(reason: string, note: string): string {
  const room = Math.max(0, longest - note.length - 2);
  return reason.length <= room ? `${reason} ${note}` : `${reason.slice(0, room).replace(/[\ud800-\udbff]$/, '')}… ${note}`.slice(0, longest);
}
