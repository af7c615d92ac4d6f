import { telltaleLine } from './telltale-line.js';

const crash = `node:events:497
      throw er; // Unhandled 'error' event
      ^

Error: listen EADDRINUSE: address already in use 127.0.0.1:8080
    at Server.setupListenHandle [as _listen2] (node:net:1940:16)
  code: 'EADDRINUSE',
}

Node.js v20.20.2
`;

test.each([
  ['its last line', 'measuring\n', 'warning: slow\nno such dataset\n', 'no such dataset'],
  ['of a Node program that threw, the error', 'listening\n', crash, 'Error: listen EADDRINUSE: address already in use 127.0.0.1:8080'],
  ['of one that threw no error, what Node says', '', 'Uncaught 5\n\nNode.js v20.20.2\n', 'Node.js v20.20.2'],
  ['what stands before words that say nothing', 'panic: x\nexit status 2\nFAIL\texample\n', '', 'panic: x'],
  ['those words where there is nothing else', 'FAIL\n', '', 'FAIL'],
  ['nothing', '\n', '', null],
])('%s', (_, stdout, stderr, line) => expect(telltaleLine({ stdout, stderr })).toBe(line));
