import type { Host } from '@benchline/core/model';

/** Facts about this machine. */
export interface HostFacts {
  /** Everything of provenance's host but the declared class. */
  facts(): Promise<Omit<Host, 'class'>>;
  userName(): string;
  homeFolder(): string;
  /** As `process.platform`. */
  platform(): string;
}
