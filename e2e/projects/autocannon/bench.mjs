// Starts the server on a free port of this machine, lets autocannon ask it for a second, and stops it.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { server } from './server.mjs';

const autocannon = fileURLToPath(import.meta.resolve('autocannon'));

server.listen(0, '127.0.0.1', async () => {
  const url = `http://127.0.0.1:${server.address().port}/users?page=1`;
  for (let request = 0; request < 200; request += 1) await (await fetch(url)).text();
  const run = spawn(process.execPath, [autocannon, '--json', '-c', '4', '-d', '1', url], { stdio: 'inherit' });
  run.on('close', (code) => {
    process.exitCode = code === 0 ? 0 : 1;
    server.close();
    server.closeAllConnections();
  });
});
