/** One measurement at a time on a machine. Freed by the operating system when its holder dies, however it dies. */
export interface MachineLock {
  /** Waits until it is free; `onWait` is told once who holds it. Rejects when the signal aborts. */
  acquire(options: { owner: string; signal: AbortSignal; onWait(owner: string): void }): Promise<{ release(): Promise<void> }>;
}
