import type { ServerConfig } from '@benchline/core/model';
import type { World } from '../ports/world.js';

const longestAnswerMs = 2000;

/** Whether a server shows that it takes requests: its URL answers with a status below 500, its port takes connections, or it printed the line. */
export async function isReady(ready: ServerConfig['ready'], lines: readonly string[], { http, connections, signal }: Pick<World, 'http' | 'connections' | 'signal'>): Promise<boolean> {
  if (ready.kind === 'line') return lines.some((line) => line.includes(ready.line));
  if (ready.kind === 'port') return connections.takes(ready.port);
  const answer = await http.send({ method: 'GET', url: ready.url, headers: {}, timeoutMs: longestAnswerMs, signal });
  return 'status' in answer && answer.status < 500;
}
