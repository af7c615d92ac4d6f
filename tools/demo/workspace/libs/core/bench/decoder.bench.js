const { decode, encode } = require('../src/decoder.js');

const bytes = Uint8Array.from({ length: 3000 }, (_, index) => (index * 131) & 0xff);
const text = encode(bytes);

module.exports = (bench) => {
  bench('decode/display', () => decode(text));
  bench('encode/display', () => encode(bytes));
};
