import { readRecording, recordingsNamed } from './gzip-json.js';
import type { OwnRecording } from './own-recording.js';

/** All own recordings, `own.json.gz`, `own-2.json.gz`, ...: their cycles are numbered through. */
export function readOwn(): OwnRecording[] {
  let first = 0;
  return recordingsNamed('own').map((name) => {
    const recording = readRecording<OwnRecording>(name);
    const from = first;
    const jobs = recording.jobs.map((job) => ({ ...job, cycle: job.cycle + from }));
    first = Math.max(first, ...jobs.map(({ cycle }) => cycle + 1));
    return { ...recording, jobs };
  });
}
