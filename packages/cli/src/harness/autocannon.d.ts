/** autocannon 9 has no types of its own; this is what is used of it. */
declare module 'autocannon' {
  const autocannon: (options: Record<string, unknown>) => Promise<import('./measure-load.js').LoadRun>;
  export default autocannon;
}
