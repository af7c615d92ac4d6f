/** A small decoder of base64 text: four characters in, three bytes out. */

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function buildTable() {
  const table = new Map();
  for (const [value, character] of [...alphabet].entries()) table.set(character, value);
  return table;
}

const table = buildTable();

function decode(text) {
  const length = text.replace(/=+$/, '').length;
  const bytes = new Uint8Array(Math.floor((length * 3) / 4));
  let bits = 0;
  let held = 0;
  let next = 0;
  for (let index = 0; index < length; index++) {
    bits = ((bits << 6) | table.get(text[index])) & 0xffff;
    held += 6;
    if (held >= 8) {
      held -= 8;
      bytes[next++] = (bits >> held) & 0xff;
    }
  }
  return bytes;
}

function encode(bytes) {
  let text = '';
  for (let index = 0; index < bytes.length; index += 3) {
    const group = (bytes[index] << 16) | ((bytes[index + 1] ?? 0) << 8) | (bytes[index + 2] ?? 0);
    const count = Math.min(3, bytes.length - index) + 1;
    for (let part = 0; part < 4; part++) text += part < count ? alphabet[(group >> (18 - 6 * part)) & 63] : '=';
  }
  return text;
}

module.exports = { decode, encode };
