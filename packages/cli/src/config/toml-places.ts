/** Offsets of keys and of what they hold, by the path of keys as JSON. */
export interface TomlPlaces {
  keys: Map<string, number>;
  values: Map<string, number>;
}

/**
 * Where each key and value of a TOML text stands. The text was read by a TOML parser before, so it is well formed; this only finds the places, which the
 * parser does not tell. Follows TOML 1.0: headers, arrays of tables, dotted and quoted keys, strings of all four kinds, inline tables.
 */
export function findTomlPlaces(text: string): TomlPlaces {
  return new TomlWalk(text).walk();
}

const bareKey = /[A-Za-z0-9_-]+/y;
const gap = /[ \t]*/y;
const blank = /(?:[\s,]|#[^\n]*)*/y;
const scalar = /[^,\]}#\n]*/y;

class TomlWalk {
  private at = 0;
  private readonly places: TomlPlaces = { keys: new Map(), values: new Map([['[]', 0]]) };
  /** How many tables an array of tables has so far. */
  private readonly tables = new Map<string, number>();

  constructor(private readonly text: string) {
    if (text.startsWith('\uFEFF')) this.at = 1;
  }

  walk(): TomlPlaces {
    let table: string[] = [];
    for (this.skip(blank); this.at < this.text.length; this.skip(blank)) {
      const before = this.at;
      if (this.text[this.at] === '[') table = this.readHeader();
      else this.readPair(table);
      // A text that is no TOML after all must not keep us here.
      if (this.at === before) break;
    }
    return this.places;
  }

  private readHeader(): string[] {
    const start = this.at;
    const isArray = this.text.startsWith('[[', this.at);
    this.at += isArray ? 2 : 1;
    const names = this.readKey([]).map(({ name }) => name);
    this.at += isArray ? 2 : 1;
    const path = names.reduce<string[]>((parent, name, index) => this.enter([...parent, name], isArray && index === names.length - 1), []);
    for (let length = 1; length <= path.length; length += 1) this.note(this.places.values, path.slice(0, length), start);
    return path;
  }

  /** Of an array of tables its last table, or with `opens` a new one. */
  private enter(path: string[], opens: boolean): string[] {
    const name = JSON.stringify(path);
    const count = this.tables.get(name);
    if (opens) this.tables.set(name, (count ?? 0) + 1);
    const index = opens ? (count ?? 0) : count === undefined ? null : count - 1;
    return index === null ? path : [...path, String(index)];
  }

  private readPair(table: readonly string[]): void {
    const names = this.readKey(table);
    this.skip(gap);
    if (this.text[this.at] !== '=') return;
    this.at += 1;
    this.skip(gap);
    const path = [...table, ...names.map(({ name }) => name)];
    for (let length = 1; length < names.length; length += 1) this.note(this.places.values, path.slice(0, table.length + length), names[0]!.start);
    this.readValue(path);
  }

  /** A key and its dots; each part is noted where it stands. */
  private readKey(parent: readonly string[]): { name: string; start: number }[] {
    const parts: { name: string; start: number }[] = [];
    for (;;) {
      this.skip(gap);
      const start = this.at;
      const name = this.readName();
      if (name === null) return parts;
      parts.push({ name, start });
      this.note(this.places.keys, [...parent, ...parts.map((part) => part.name)], start);
      this.skip(gap);
      if (this.text[this.at] !== '.') return parts;
      this.at += 1;
    }
  }

  private readName(): string | null {
    const quote = this.text[this.at];
    if (quote !== '"' && quote !== "'") return this.skip(bareKey) || null;
    const start = this.at;
    this.skipString();
    const raw = this.text.slice(start, this.at);
    return quote === "'" ? raw.slice(1, -1) : unquoted(raw);
  }

  private readValue(path: string[]): void {
    this.note(this.places.values, path, this.at);
    const first = this.text[this.at];
    if (first === '"' || first === "'") this.skipString();
    else if (first === '[') this.readItems(path);
    else if (first === '{') this.readInlineTable(path);
    else this.skip(scalar);
  }

  private readItems(path: string[]): void {
    this.at += 1;
    for (let index = 0; this.isInside(']'); index += 1) this.readValue([...path, String(index)]);
  }

  private readInlineTable(path: string[]): void {
    this.at += 1;
    for (let before = -1; this.isInside('}') && this.at > before; ) {
      before = this.at;
      this.readPair(path);
    }
  }

  /** Whether something follows before the bracket closes; passes over what lies between, and over the bracket. */
  private isInside(closing: string): boolean {
    this.skip(blank);
    if (this.at >= this.text.length) return false;
    if (this.text[this.at] !== closing) return true;
    this.at += 1;
    return false;
  }

  private skipString(): void {
    const quote = this.text[this.at]!;
    const mark = this.text.startsWith(quote.repeat(3), this.at) ? quote.repeat(3) : quote;
    this.at += mark.length;
    while (this.at < this.text.length && !this.text.startsWith(mark, this.at)) this.at += quote === '"' && this.text[this.at] === '\\' ? 2 : 1;
    this.at += mark.length;
    // Up to two quotes may stand right before the three that close.
    while (mark.length === 3 && this.text[this.at] === quote) this.at += 1;
  }

  private skip(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const [found = ''] = pattern.exec(this.text) ?? [];
    this.at += found.length;
    return found;
  }

  /** The first place counts: of a table that several headers speak of, its beginning. */
  private note(places: Map<string, number>, path: readonly string[], at: number): void {
    const name = JSON.stringify(path);
    if (!places.has(name)) places.set(name, at);
  }
}

/** A basic string's escapes are JSON's, but for \UXXXXXXXX and \e, which no setting's name needs. */
function unquoted(raw: string): string {
  try {
    return JSON.parse(raw) as string;
  } catch {
    return raw.slice(1, -1);
  }
}
