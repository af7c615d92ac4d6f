/** Says hello on the port of its argument; what it is asked for /down, it ends. */
const { createServer } = require('node:http');

createServer((request, response) => {
  if (request.url === '/down') process.exit(3);
  response.end('hello');
}).listen(Number(process.argv[2]), '127.0.0.1');
