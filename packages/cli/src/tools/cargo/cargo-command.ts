import { basename } from 'node:path';

/** A `cargo bench` command line in its parts. */
export interface CargoBench {
  /** What stands before cargo (nice, taskset...), then cargo, its +toolchain, and the verb. */
  start: readonly string[];
  cargo: string;
  toolchain: string | null;
  /** Cargo's own options. */
  options: readonly string[];
  /** After `--`: what the benchmark programs get. */
  harness: readonly string[];
}

/** null where the command is not `cargo bench` itself but something that may call it. `verb`: of `cargo criterion`, say, which takes the same options. */
export function parseCargoBench(command: readonly string[], verb = 'bench'): CargoBench | null {
  const at = command.findIndex((word) => /^cargo(\.exe)?$/.test(basename(word)));
  const cargo = command[at];
  if (cargo === undefined) return null;
  const toolchain = command[at + 1]?.startsWith('+') === true ? (command[at + 1] as string) : null;
  const place = at + (toolchain === null ? 1 : 2);
  if (command[place] !== verb) return null;
  const rest = command.slice(place + 1);
  const end = rest.indexOf('--');
  return {
    start: command.slice(0, place + 1),
    cargo,
    toolchain,
    options: end === -1 ? rest : rest.slice(0, end),
    harness: end === -1 ? [] : rest.slice(end + 1),
  };
}

/** The values of an option in both its forms: `--bench x` and `--bench=x`. */
export function optionValues(options: readonly string[], ...names: string[]): string[] {
  return options.flatMap((word, index) => {
    const inline = names.find((name) => word.startsWith(`${name}=`));
    if (inline !== undefined) return [word.slice(inline.length + 1)];
    const following = options[index + 1];
    return names.includes(word) && following !== undefined ? [following] : [];
  });
}

/** Whether cargo was told which benchmark programs to run. */
export function namesTargets(options: readonly string[]): boolean {
  return optionValues(options, '--bench').length > 0;
}
