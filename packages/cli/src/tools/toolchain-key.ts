import type { ToolName } from '@benchline/core/model';
import { overrideVariable } from './tool-override.js';

/**
 * What besides a project's sources changes what a tool measures. A cache of measurements is keyed by it: what the commands print, what the variables
 * hold, and files that stand above the projects (relative to the workspace; one that is missing is no error).
 */
export interface ToolchainKey {
  commands: readonly string[];
  variables: readonly string[];
  files: readonly string[];
}

export const rustKey: ToolchainKey = {
  commands: ['rustc --version --verbose', 'cargo --version'],
  variables: ['RUSTFLAGS', 'CARGO_ENCODED_RUSTFLAGS', 'CARGO_BUILD_TARGET', 'RUSTUP_TOOLCHAIN'],
  files: ['Cargo.toml', 'Cargo.lock', 'rust-toolchain.toml', 'rust-toolchain', '.cargo/config.toml'],
};

export const goKey: ToolchainKey = {
  commands: ['go version', 'go env GOFLAGS GOAMD64 GOARM64 CGO_ENABLED GOEXPERIMENT'],
  variables: ['GOFLAGS', 'GOMAXPROCS', 'GOGC', 'GOMEMLIMIT', 'GODEBUG'],
  files: ['go.mod', 'go.sum', 'go.work', 'go.work.sum'],
};

export const nodeKey: ToolchainKey = { commands: ['node --version'], variables: ['NODE_OPTIONS', 'NODE_ENV'], files: [] };

export const pythonKey: ToolchainKey = {
  commands: ['python --version', 'python3 --version'],
  variables: ['PYTHONHASHSEED', 'PYTHONOPTIMIZE', 'PYTHONPATH'],
  files: ['pyproject.toml', 'uv.lock', 'poetry.lock', 'requirements.txt'],
};

export const javaKey: ToolchainKey = { commands: ['java -version 2>&1'], variables: ['JAVA_HOME', 'JAVA_TOOL_OPTIONS', 'JDK_JAVA_OPTIONS'], files: [] };

/** Compilers of C and C++ as builds find them. */
export const cxxKey: ToolchainKey = { commands: ['c++ --version', 'cc --version'], variables: ['CC', 'CXX', 'CFLAGS', 'CXXFLAGS', 'LDFLAGS'], files: [] };

/** A program by itself. */
export function programKey(...commands: readonly string[]): ToolchainKey {
  return { commands, variables: [], files: [] };
}

/** What several of them ask for together. */
export function joinKeys(...keys: readonly ToolchainKey[]): ToolchainKey {
  return { commands: keys.flatMap(({ commands }) => commands), variables: keys.flatMap(({ variables }) => variables), files: keys.flatMap(({ files }) => files) };
}

/** The key of a tool whose program the environment can name. */
export function overridable(key: ToolchainKey, tool: ToolName): ToolchainKey {
  return joinKeys(key, { commands: [], variables: [overrideVariable(tool)], files: [] });
}
