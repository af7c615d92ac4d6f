/** The workloads of `workloads.cjs`, in the order a round goes through them. */
export const names: readonly string[] = (require('./workloads.cjs') as { names: string[] }).names;
