import { ForgeFailure } from './forge-failure.js';

/** Whether what was asked about is still there. */
export async function unlessMissing(sent: Promise<unknown>): Promise<boolean> {
  try {
    await sent;
    return true;
  } catch (cause) {
    if (cause instanceof ForgeFailure && cause.kind === 'missing') return false;
    throw cause;
  }
}
