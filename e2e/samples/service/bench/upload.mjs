/** Streaming upload: a fixed payload, sent in chunks to a local HTTP server, again and again. Writes MB/s as bench records to the file of its argument. */
import { writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { createService } from '../src/server.mjs';
import { recordOf } from './statistics.mjs';

const payloadBytes = 4_000_000;
const chunkBytes = 64_000;
const uploads = 15;

/** The same bytes for the same seed: mulberry32. */
function createPayload(seed, length) {
  const bytes = Buffer.alloc(length);
  let state = seed >>> 0;
  for (let at = 0; at < length; at += 1) {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    bytes[at] = (mixed ^ (mixed >>> 14)) & 255;
  }
  return bytes;
}

function upload(port, payload) {
  return new Promise((resolve, reject) => {
    const sending = request({ host: '127.0.0.1', port, method: 'POST', path: '/upload' }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part) => (text += part)).on('end', () => (response.statusCode === 200 && Number(text) === payload.length ? resolve() : reject(new Error(`the server took ${text} of ${payload.length} bytes, status ${response.statusCode}`))));
    });
    sending.on('error', reject);
    const send = (from) => {
      for (let at = from; at < payload.length; at += chunkBytes) {
        if (!sending.write(payload.subarray(at, at + chunkBytes))) return sending.once('drain', () => send(at + chunkBytes));
      }
      sending.end();
    };
    send(0);
  });
}

const payload = createPayload(Number(process.env.BENCHLINE_SEED ?? 2026), payloadBytes);
const server = createService();
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const { port } = server.address();
const rates = [];
for (let count = 0; count < uploads + 2; count += 1) {
  const start = performance.now();
  await upload(port, payload);
  const seconds = (performance.now() - start) / 1000;
  // The first two warm up.
  if (count >= 2) rates.push(payload.length / 1e6 / seconds);
}
server.close();
const record = recordOf('upload/stream', { metric: 'throughput_mbs', unit: 'MB/s' }, rates);
writeFileSync(process.argv[2], `${JSON.stringify({ ...record, notes: `${payloadBytes} bytes in chunks of ${chunkBytes}` })}\n`);
