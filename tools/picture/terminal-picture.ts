import { ansiSpans, type Span } from './ansi-spans.js';

const [charWidth, lineHeight, padding] = [8.4, 20, 20];

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function tspan({ text, color, bold, dim }: Span, column: number): string {
  const looks = [color && `fill="${color}"`, bold && 'font-weight="bold"', dim && 'opacity="0.65"'].filter(Boolean).join(' ');
  return `<tspan x="${(padding + column * charWidth).toFixed(1)}" ${looks}>${escaped(text)}</tspan>`;
}

function textLine(line: string, row: number): string {
  let column = 0;
  const spans = ansiSpans(line).map((span) => {
    const drawn = tspan(span, column);
    column += [...span.text].length;
    return drawn;
  });
  return `<text y="${padding + 40 + row * lineHeight}" xml:space="preserve">${spans.join('')}</text>`;
}

/** Terminal output, ANSI colours included, as an SVG picture. */
export function terminalPicture(output: string): string {
  const lines = output.replace(/\n+$/, '').split('\n');
  // eslint-disable-next-line no-control-regex
  const columns = Math.max(...lines.map((line) => [...line.replace(/\u001b\[[0-9;]*m/g, '')].length));
  const [width, height] = [Math.ceil(2 * padding + columns * charWidth), 2 * padding + 32 + lines.length * lineHeight];
  const lights = ['#f47067', '#c69026', '#57ab5a'].map((fill, index) => `<circle cx="${padding + index * 20}" cy="20" r="6" fill="${fill}"/>`);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono',monospace" font-size="14" fill="#cdd9e5">`,
    `<rect width="100%" height="100%" rx="8" fill="#1c2128"/>`,
    ...lights,
    ...lines.map(textLine),
    '</svg>',
    '',
  ].join('\n');
}
