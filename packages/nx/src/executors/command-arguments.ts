/** An executor's options as Nx gives them, checked against the executor's schema. */
export type ExecutorOptions = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;

/** Options as the flags of the command line: `{dryRun: true, rounds: 3}` is `--dry-run --rounds=3`. Sorted; what is false or undefined is left out. */
export function commandArguments(options: ExecutorOptions): string[] {
  const sorted = Object.entries(options).sort(([a], [b]) => (a < b ? -1 : 1));
  return sorted.flatMap(([name, value]) => {
    const flag = `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    if (value === undefined || value === false) return [];
    if (value === true) return [flag];
    return [value].flat().map((each) => `${flag}=${each}`);
  });
}
