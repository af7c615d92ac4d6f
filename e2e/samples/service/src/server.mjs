/** The service: says hello, and takes uploads in chunks. FAULT=slow makes it wait, FAULT=errors makes it fail. */
import { createServer } from 'node:http';

const fault = process.env.FAULT ?? '';

async function answer(request, response) {
  if (request.url === '/health') return response.end('ok');
  if (fault === 'slow') await new Promise((resolve) => setTimeout(resolve, 300));
  if (fault === 'errors') response.statusCode = 500;
  let bytes = 0;
  for await (const chunk of request) bytes += chunk.length;
  response.end(request.method === 'POST' ? String(bytes) : 'hello');
}

export function createService() {
  // Whoever asked may be gone by now.
  return createServer((request, response) => void answer(request, response).catch(() => response.destroy()));
}

const port = Number(process.argv[2]);
if (import.meta.url === `file://${process.argv[1]}` && port > 0) createService().listen(port, '127.0.0.1');
