// Starts the server on a free port of this machine, lets k6 run the script against it, and stops it. Argument: the file for k6's summary.
import { spawn } from 'node:child_process';
import { server } from './server.mjs';

const flags = ['--quiet', '--no-usage-report', '--summary-export', process.argv[2], '--summary-trend-stats', 'avg,min,med,max,p(95),p(99),count'];

server.listen(0, '127.0.0.1', async () => {
  const base = `http://127.0.0.1:${server.address().port}`;
  for (let request = 0; request < 200; request += 1) await (await fetch(`${base}/users`)).text();
  const k6 = spawn('k6', ['run', ...flags, '--env', `BASE=${base}`, 'load.js'], { stdio: 'inherit' });
  k6.on('error', ({ message }) => console.error(message));
  k6.on('close', (code) => {
    process.exitCode = code ?? 1;
    server.close();
    server.closeAllConnections();
  });
});
