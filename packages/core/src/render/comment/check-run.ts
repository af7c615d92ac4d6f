import type { GateResult } from '../../model/index.js';
import { visible } from '../escape.js';
import { gateHeadline } from '../gate-words.js';
import { shorten } from './code-span.js';
import { commentRows, type CommentRow } from './comment-rows.js';
import { renderGateComment, type CommentContext } from './gate-comment.js';

/** A check of a commit, as forges show it. */
export interface GateCheck {
  conclusion: 'success' | 'neutral' | 'failure';
  title: string;
  /** Markdown of at most 60,000 bytes; GitHub's limit is 65,535 characters. */
  summary: string;
  annotations: { path: string; line: number; level: 'notice' | 'warning' | 'failure'; title: string; message: string }[];
}

/** More are nobody's help; the summary counts the rest. */
const mostAnnotations = 200;
const conclusions = { pass: 'success', warn: 'neutral', fail: 'failure' } as const;

/**
 * The gate's result as a check: what fails is a failure unless the gate only advises, a warning is neutral, and an untrusted run never makes a check
 * succeed that a branch rule may demand. Benchmarks have no line, so they stand at their
 * project's folder.
 */
export function renderGateCheck(gate: GateResult, context: CommentContext): GateCheck {
  const given = gate.advisory && gate.summary.status === 'fail' ? 'neutral' : conclusions[gate.summary.status];
  const conclusion = context.untrusted && given === 'success' ? 'neutral' : given;
  const rows = commentRows(gate, context.head ?? gate.commit.sha).filter(({ isLoud }) => isLoud);
  const found = gate.findings.filter(({ level }) => level !== 'note').map(({ level, code, what, fix, file, line }) => ({
    path: file ?? '.', line: line ?? 1, level: level === 'error' ? ('failure' as const) : ('warning' as const), title: code, message: plain(`${what} ${fix}`),
  }));
  return { conclusion, title: gateHeadline(gate), summary: renderGateComment(gate, context), annotations: [...found, ...rows.map((row) => annotationOf(gate, row))].slice(0, mostAnnotations) };
}

function annotationOf({ projects }: GateResult, { project, name, metric, look, base, head, change, note }: CommentRow): GateCheck['annotations'][number] {
  const input = projects.find((one) => one.project === project)?.inputs[0]?.path ?? '';
  const level = look.paint === 'red' ? 'failure' : 'warning';
  const values = name === '' || look.word === 'missing' ? '' : `${base} → ${head} (${change}). `;
  return { path: folderOf(input), line: 1, level, title: plain([project, name, metric, look.word].filter((part) => part !== '').join(' › ')), message: plain(`${values}${note ?? look.word}`) };
}

/** Of `packages/core/.benchline/comparison.json` the project's folder. */
function folderOf(path: string): string {
  const [folder] = path.split('/.benchline/');
  return folder === undefined || folder === path || folder.startsWith('/') ? '.' : folder;
}

/** GitHub shows it as text. */
function plain(text: string): string {
  return shorten(visible(text), 1000);
}
