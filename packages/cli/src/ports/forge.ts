/** What is published on a code forge: comments under one change, and checks of one commit. Failures are ForgeFailures (forge/forge-failure.ts). */
export interface Forge {
  /** As people call it: "GitHub". */
  readonly name: string;
  /** The name under which this token writes; only comments of this author are ever touched. null where the forge does not tell it. */
  author(): Promise<string | null>;
  /** Every comment of the change, oldest first. */
  listComments(): Promise<ForgeComment[]>;
  /** Sent once: without an answer nobody knows whether it was stored (ForgeFailure `uncertain`), and the caller looks. */
  createComment(body: string): Promise<ForgeComment>;
  /** false: there is no such comment any more. */
  updateComment(id: string, body: string): Promise<boolean>;
  /** A comment that is gone already is no failure. */
  deleteComment(id: string): Promise<void>;
  /** null: this forge has no checks. */
  readonly checks: ForgeChecks | null;
}

export interface ForgeComment {
  id: string;
  author: string;
  body: string;
  /** Where people see it. */
  url: string | null;
}

export interface ForgeChecks {
  /** Creates the check, or updates the one with this key that an earlier try has left. Gives where people see it. */
  publish(check: ForgeCheck): Promise<string | null>;
}

/** The check of one commit. */
export interface ForgeCheck {
  name: string;
  commit: string;
  /** Of the run, so that a repeated request finds what it stored. */
  key: string;
  conclusion: 'success' | 'neutral' | 'failure';
  title: string;
  /** Markdown. */
  summary: string;
  annotations: readonly CheckAnnotation[];
  url: string | null;
}

export interface CheckAnnotation {
  path: string;
  line: number;
  level: 'notice' | 'warning' | 'failure';
  title: string;
  message: string;
}
