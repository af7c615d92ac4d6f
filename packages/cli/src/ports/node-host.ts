import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { arch, cpus, homedir, loadavg, platform, release, totalmem, type as osType, userInfo } from 'node:os';
import type { HostFacts } from './host-facts.js';

/** Facts about this machine, from Node and from /proc, /sys and /etc where they exist. */
export function createNodeHost(): HostFacts {
  return { facts: async () => readFacts(), userName, homeFolder: () => homedir(), platform };
}

async function readFacts(): ReturnType<HostFacts['facts']> {
  const all = cpus();
  const cpuModel = modelOf(all[0]?.model);
  const cores = all.length;
  return {
    fingerprint: fingerprintOf(cpuModel, cores, arch()),
    cpuModel,
    cores,
    memoryBytes: totalmem(),
    os: osName(read('/etc/os-release')),
    kernel: release(),
    arch: arch(),
    virtualised: isVirtualised(read('/proc/cpuinfo')),
    governor: read('/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor')?.trim() || null,
    load: platform() === 'win32' ? null : loadavg()[0] ?? null,
  };
}

/** First 16 hex digits of the SHA-256 over CPU model, cores and architecture: what two runs must share to be compared. */
export function fingerprintOf(cpuModel: string, cores: number, architecture: string): string {
  return createHash('sha256').update(`${cpuModel}\n${cores}\n${architecture}`).digest('hex').slice(0, 16);
}

/** Whether the flags of /proc/cpuinfo name a hypervisor; null where they cannot be read (x86 alone sets this flag). */
export function isVirtualised(cpuinfo: string | null): boolean | null {
  const flags = cpuinfo === null ? null : /^flags\s*:(.*)$/m.exec(cpuinfo)?.[1];
  return flags === undefined || flags === null ? null : /(^|\s)hypervisor(\s|$)/.test(flags);
}

/** The operating system as /etc/os-release names it, else its type. */
export function osName(osRelease: string | null): string {
  const pretty = osRelease === null ? undefined : /^PRETTY_NAME="?([^"\n]+)"?$/m.exec(osRelease)?.[1];
  return pretty ?? osType();
}

function modelOf(model: string | undefined): string {
  const tidy = (model ?? '').replace(/\s+/g, ' ').trim();
  return tidy === '' ? 'unknown' : tidy;
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return 'unknown';
  }
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
