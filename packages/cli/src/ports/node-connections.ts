import { connect } from 'node:net';
import type { Connections } from './connections.js';

const longestMs = 1000;

export const nodeConnections: Connections = {
  async takes(port) {
    return (await takesAt('127.0.0.1', port)) || takesAt('::1', port);
  },
};

function takesAt(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: longestMs });
    const end = (taken: boolean): void => {
      socket.destroy();
      resolve(taken);
    };
    socket.once('connect', () => end(true)).once('error', () => end(false)).once('timeout', () => end(false));
  });
}
