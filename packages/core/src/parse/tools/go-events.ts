import { createFinding, type Finding } from '../../model/index.js';
import { asText, field } from '../fields.js';
import { parseJson } from '../json-text.js';
import type { LinePlace, LineReader } from '../line-reader.js';
import type { Parsed } from '../parsed.js';
import { GoOutput } from './go-output.js';
import { GoRun } from './go-run.js';
import { goTitle, readingsOfGo } from './go-readings.js';

/** A package's stream of text, and what of its last line has come so far. */
interface PackageStream {
  output: GoOutput;
  begun: string;
  place: LinePlace;
}

/**
 * Reads the text of go test and the events of go test -json, told apart line by line: build messages stand as plain text among events.
 * An event holds a piece of text, not a line: pieces are put together by package, and a line counts where its first piece stands.
 */
export class GoReader implements LineReader {
  private readonly run = new GoRun();
  private readonly findings: Finding[] = [];
  private plain = new GoOutput(this.run);
  private readonly packages = new Map<string, PackageStream>();
  private file: string | null = null;
  private hasEvents = false;

  line(text: string, place: LinePlace, unended = false): void {
    if (place.file !== this.file) this.beginFile(place.file);
    const event = text.charCodeAt(0) === 123 && text.includes('"Action"') ? eventOf(text) : null;
    if (event === null) this.plain.line(text, place, unended);
    else if (event === 'broken') this.readBroken(text, place);
    else this.readEvent(event, place);
  }

  end(): Parsed {
    this.flush();
    return readingsOfGo(this.run, this.findings);
  }

  private beginFile(file: string): void {
    this.flush();
    this.file = file;
    this.hasEvents = false;
    this.plain = new GoOutput(this.run);
  }

  /** A line that no line's end has closed. */
  private flush(): void {
    for (const { output, begun, place } of this.packages.values()) if (begun !== '') output.line(begun, place, true);
    this.packages.clear();
  }

  private readEvent({ output, packageName }: GoEvent, place: LinePlace): void {
    this.hasEvents = true;
    if (output === null || packageName === null) return;
    const stream = this.streamOf(packageName, place);
    if (stream.begun === '') stream.place = place;
    let start = 0;
    for (let end = output.indexOf('\n'); end !== -1; end = output.indexOf('\n', start)) {
      const piece = output.slice(start, output[end - 1] === '\r' ? end - 1 : end);
      stream.output.line(stream.begun === '' ? piece : stream.begun + piece, stream.place);
      stream.begun = '';
      stream.place = place;
      start = end + 1;
    }
    if (start < output.length) stream.begun += output.slice(start);
  }

  private streamOf(name: string, place: LinePlace): PackageStream {
    const known = this.packages.get(name);
    if (known !== undefined) return known;
    const stream = { output: new GoOutput(this.run, name), begun: '', place };
    this.packages.set(name, stream);
    return stream;
  }

  /** In text, what begins like an object is any program's; among events it is one that is damaged, and results may be gone with it. */
  private readBroken(text: string, place: LinePlace): void {
    if (!this.hasEvents) return this.plain.line(text, place);
    const json = parseJson(text, place.file, goTitle);
    const finding = 'finding' in json ? json.finding : createFinding('BNL002', { tool: goTitle, problem: 'an event of go test -json without an action' });
    this.findings.push({ ...finding, file: place.file, line: place.line });
  }
}

interface GoEvent {
  output: string | null;
  packageName: string | null;
}

function eventOf(text: string): GoEvent | 'broken' | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'broken';
  }
  const action = asText(field(value, 'Action'));
  const packageName = asText(field(value, 'Package'));
  if (action === null || (packageName === null && field(value, 'ImportPath') === undefined)) return null;
  return { output: action === 'output' ? asText(field(value, 'Output')) : null, packageName };
}
