/** A link of a Markdown text to something in the repository. */
export interface MarkdownLink {
  /** As written, without the part after `#`; '' is the page itself. */
  path: string;
  /** Of a heading; null: the whole page. */
  anchor: string | null;
}

const link = /!?\[(?:[^\]\\]|\\.)*\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g;
const reference = /^\[[^\]]+\]:\s*<?(\S+?)>?\s*$/gm;

/** Links to places in the repository; those to other hosts and those in code are left out. */
export function linksOf(markdown: string): MarkdownLink[] {
  const prose = withoutCode(markdown);
  const targets = [...prose.matchAll(link), ...prose.matchAll(reference)].map((match) => match[1] ?? '');
  return targets.filter((target) => !/^[a-z][a-z0-9+.-]*:/i.test(target)).map((target) => {
    const [path = '', anchor] = target.split('#');
    return { path: decodeURI(path), anchor: anchor === undefined || anchor === '' ? null : anchor };
  });
}

/** The anchors that a forge gives the headings: lower case, no punctuation, blanks as hyphens; one that is there already is numbered. */
export function anchorsOf(markdown: string): Set<string> {
  const anchors = new Set<string>();
  for (const [, heading = ''] of withoutFences(markdown).matchAll(/^#{1,6}\s+(.+?)\s*#*$/gm)) {
    const slug = heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, '').replace(/\s/g, '-');
    let anchor = slug;
    for (let count = 1; anchors.has(anchor); count += 1) anchor = `${slug}-${count}`;
    anchors.add(anchor);
  }
  for (const [, id = ''] of markdown.matchAll(/<a\s+(?:id|name)="([^"]+)"/g)) anchors.add(id);
  return anchors;
}

function withoutCode(markdown: string): string {
  return withoutFences(markdown).replace(/(`+)[^`].*?\1/g, '');
}

function withoutFences(markdown: string): string {
  return markdown.replace(/^ {0,3}(`{3,}|~{3,})[^\n]*\n[\s\S]*?^ {0,3}\1`*~*[ \t]*$/gm, '');
}
