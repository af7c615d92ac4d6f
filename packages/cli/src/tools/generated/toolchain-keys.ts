// Generated from the runners' traits in packages/cli/src/tools.
import type { ToolName } from '@benchline/core/model';
import type { ToolchainKey } from '../toolchain-key.js';

export const toolchainKeys: { readonly [T in ToolName]?: ToolchainKey } = {
  'criterion': {
    commands: ["rustc --version --verbose","cargo --version"],
    variables: ["RUSTFLAGS","CARGO_ENCODED_RUSTFLAGS","CARGO_BUILD_TARGET","RUSTUP_TOOLCHAIN"],
    files: ["Cargo.toml","Cargo.lock","rust-toolchain.toml","rust-toolchain",".cargo/config.toml"],
  },
  'cargo-criterion': {
    commands: ["rustc --version --verbose","cargo --version"],
    variables: ["RUSTFLAGS","CARGO_ENCODED_RUSTFLAGS","CARGO_BUILD_TARGET","RUSTUP_TOOLCHAIN"],
    files: ["Cargo.toml","Cargo.lock","rust-toolchain.toml","rust-toolchain",".cargo/config.toml"],
  },
  'divan': {
    commands: ["rustc --version --verbose","cargo --version"],
    variables: ["RUSTFLAGS","CARGO_ENCODED_RUSTFLAGS","CARGO_BUILD_TARGET","RUSTUP_TOOLCHAIN"],
    files: ["Cargo.toml","Cargo.lock","rust-toolchain.toml","rust-toolchain",".cargo/config.toml"],
  },
  'iai-callgrind': {
    commands: ["rustc --version --verbose","cargo --version"],
    variables: ["RUSTFLAGS","CARGO_ENCODED_RUSTFLAGS","CARGO_BUILD_TARGET","RUSTUP_TOOLCHAIN"],
    files: ["Cargo.toml","Cargo.lock","rust-toolchain.toml","rust-toolchain",".cargo/config.toml"],
  },
  'gungraun': {
    commands: ["rustc --version --verbose","cargo --version"],
    variables: ["RUSTFLAGS","CARGO_ENCODED_RUSTFLAGS","CARGO_BUILD_TARGET","RUSTUP_TOOLCHAIN"],
    files: ["Cargo.toml","Cargo.lock","rust-toolchain.toml","rust-toolchain",".cargo/config.toml"],
  },
  'libtest': {
    commands: ["rustc --version --verbose","cargo --version"],
    variables: ["RUSTFLAGS","CARGO_ENCODED_RUSTFLAGS","CARGO_BUILD_TARGET","RUSTUP_TOOLCHAIN"],
    files: ["Cargo.toml","Cargo.lock","rust-toolchain.toml","rust-toolchain",".cargo/config.toml"],
  },
  'callgrind': {
    commands: ["valgrind --version"],
    variables: ["BENCHLINE_TOOL_CALLGRIND"],
    files: [],
  },
  'hyperfine': {
    commands: ["hyperfine --version"],
    variables: [],
    files: [],
  },
  'tinybench': {
    commands: ["node --version"],
    variables: ["NODE_OPTIONS","NODE_ENV"],
    files: [],
  },
  'vitest': {
    commands: ["node --version"],
    variables: ["NODE_OPTIONS","NODE_ENV"],
    files: [],
  },
  'mitata': {
    commands: ["node --version"],
    variables: ["NODE_OPTIONS","NODE_ENV"],
    files: [],
  },
  'benchmarkjs': {
    commands: ["node --version"],
    variables: ["NODE_OPTIONS","NODE_ENV"],
    files: [],
  },
  'deno': {
    commands: ["deno --version"],
    variables: ["BENCHLINE_TOOL_DENO"],
    files: [],
  },
  'wrk': {
    commands: ["wrk -v"],
    variables: ["BENCHLINE_TOOL_WRK"],
    files: [],
  },
  'wrk2': {
    commands: ["wrk2 -v"],
    variables: ["BENCHLINE_TOOL_WRK2"],
    files: [],
  },
  'autocannon': {
    commands: ["autocannon --version"],
    variables: ["BENCHLINE_TOOL_AUTOCANNON"],
    files: [],
  },
  'k6': {
    commands: ["k6 version"],
    variables: ["BENCHLINE_TOOL_K6"],
    files: [],
  },
  'oha': {
    commands: ["oha --version"],
    variables: ["BENCHLINE_TOOL_OHA"],
    files: [],
  },
  'google-benchmark': {
    commands: ["c++ --version","cc --version"],
    variables: ["CC","CXX","CFLAGS","CXXFLAGS","LDFLAGS"],
    files: [],
  },
  'jmh': {
    commands: ["java -version 2>&1"],
    variables: ["JAVA_HOME","JAVA_TOOL_OPTIONS","JDK_JAVA_OPTIONS"],
    files: [],
  },
  'go': {
    commands: ["go version","go env GOFLAGS GOAMD64 GOARM64 CGO_ENABLED GOEXPERIMENT"],
    variables: ["GOFLAGS","GOMAXPROCS","GOGC","GOMEMLIMIT","GODEBUG","BENCHLINE_TOOL_GO"],
    files: ["go.mod","go.sum","go.work","go.work.sum"],
  },
  'pytest-benchmark': {
    commands: ["python --version","python3 --version"],
    variables: ["PYTHONHASHSEED","PYTHONOPTIMIZE","PYTHONPATH"],
    files: ["pyproject.toml","uv.lock","poetry.lock","requirements.txt"],
  },
  'pyperf': {
    commands: ["python --version","python3 --version"],
    variables: ["PYTHONHASHSEED","PYTHONOPTIMIZE","PYTHONPATH"],
    files: ["pyproject.toml","uv.lock","poetry.lock","requirements.txt"],
  },
  'perf-spec': {
    commands: ["node --version"],
    variables: ["NODE_OPTIONS","NODE_ENV"],
    files: [],
  },
};

export const cargoTools: ReadonlySet<ToolName> = new Set<ToolName>(["criterion","cargo-criterion","divan","iai-callgrind","gungraun","libtest"]);
