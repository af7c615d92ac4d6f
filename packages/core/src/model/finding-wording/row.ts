/** What a finding says: a line each. */
interface Wording {
  what: string;
  why: string;
  fix: string;
}

interface FindingRow<Args> {
  title: string;
  level: 'error' | 'warning' | 'note';
  say(args: Args): Wording;
}

/** A row for each code, which is given that code's arguments. */
export type WordingOf<Args> = { [Code in keyof Args]: FindingRow<Args[Code]> };
