import type { TargetConfiguration } from '@nx/devkit';

export type TargetInput = NonNullable<TargetConfiguration['inputs']>[number];

/**
 * What besides sources changes what a tool measures: its toolchain's version, variables it obeys, files above the project.
 * Nx runs `runtime` inputs when it hashes the task, never while it builds the graph; a missing program hashes as a constant and is no error.
 */
const toolInputs: Readonly<Record<string, readonly TargetInput[]>> = {
  criterion: [
    { runtime: 'rustc --version --verbose' },
    { runtime: 'cargo --version' },
    { env: 'RUSTFLAGS' },
    { env: 'CARGO_ENCODED_RUSTFLAGS' },
    { env: 'CARGO_BUILD_TARGET' },
    { env: 'RUSTUP_TOOLCHAIN' },
    '{workspaceRoot}/Cargo.toml',
    '{workspaceRoot}/Cargo.lock',
    '{workspaceRoot}/rust-toolchain.toml',
    '{workspaceRoot}/rust-toolchain',
    '{workspaceRoot}/.cargo/config.toml',
  ],
  hyperfine: [{ runtime: 'hyperfine --version' }],
  tinybench: [{ runtime: 'node --version' }, { env: 'NODE_OPTIONS' }],
};

/** The inputs that the tools of a project's suites ask for, each once. A tool without a row asks for none. */
export function inputsOfTools(tools: readonly string[]): TargetInput[] {
  return tools.filter((tool) => Object.hasOwn(toolInputs, tool)).flatMap((tool) => toolInputs[tool] ?? []);
}
