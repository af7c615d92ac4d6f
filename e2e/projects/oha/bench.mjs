// Starts the server on a free port of this machine, lets oha ask it for a second, and stops it.
import { spawn } from 'node:child_process';
import { server } from './server.mjs';

server.listen(0, '127.0.0.1', async () => {
  const url = `http://127.0.0.1:${server.address().port}/users?page=1`;
  for (let request = 0; request < 200; request += 1) await (await fetch(url)).text();
  const oha = spawn('oha', ['--no-tui', '--output-format', 'json', '-c', '4', '-z', '1s', url], { stdio: 'inherit' });
  oha.on('error', ({ message }) => console.error(message));
  oha.on('close', (code) => {
    process.exitCode = code === 0 ? 0 : 1;
    server.close();
    server.closeAllConnections();
  });
});
