// Starts the server on a free port of this machine, lets wrk2 ask it at a constant rate for twelve seconds, of which ten are its calibration, and stops it.
import { spawn } from 'node:child_process';
import { server } from './server.mjs';

server.listen(0, '127.0.0.1', async () => {
  const url = `http://127.0.0.1:${server.address().port}/users?page=1`;
  for (let request = 0; request < 200; request += 1) await (await fetch(url)).text();
  const wrk2 = spawn('wrk2', ['--latency', '-R200', '-t1', '-c4', '-d12s', url], { stdio: 'inherit' });
  wrk2.on('error', ({ message }) => console.error(message));
  wrk2.on('close', (code) => {
    process.exitCode = code === 0 ? 0 : 1;
    server.close();
    server.closeAllConnections();
  });
});
