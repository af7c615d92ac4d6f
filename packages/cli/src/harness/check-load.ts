import { checkOptions } from './check-options.js';
import type { LoadOptions } from './load-options.js';

const loopback = /^https?:\/\/(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?(?:[/?#]|$)/;

/** Throws for what no load test can be. A load on somebody else's machine is none of ours. */
export function checkLoad(name: string, options: LoadOptions): void {
  const { url, connections = 1, rate = 1, pipelining = 1 } = options;
  if (typeof url !== 'string' || !loopback.test(url)) throw new TypeError(`itLoad('${name}') needs a url on this machine, such as http://127.0.0.1:8080/users; found ${String(url)}`);
  for (const [setting, value] of Object.entries({ connections, rate, pipelining })) {
    if (!Number.isInteger(value) || value < 1) throw new RangeError(`itLoad('${name}'): ${setting} must be a whole number above zero, found ${String(value)}`);
  }
  checkOptions(`itLoad('${name}')`, 'load', options);
  if (options.server !== undefined && !(Array.isArray(options.server.command) && options.server.command.length > 0)) throw new TypeError(`itLoad('${name}'): the server needs a command, program and arguments`);
  if (options.server !== undefined) checkOptions(`The server of itLoad('${name}')`, 'server', options.server);
}
