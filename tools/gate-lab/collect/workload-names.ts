/** The workloads of `workloads.cjs`, in the order a round goes through them. */
export const names: readonly string[] = ['cpu', 'allocation', 'json', 'io', 'memory'];
