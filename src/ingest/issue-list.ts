import { type Issue, type IssueCode, type IssueFacts, makeIssue } from '../domain/index.js';

/** Complaints of one code kept in full per file; beyond it they are counted, so that memory stays bounded. */
const KEPT_PER_CODE = 10_000;

/** Characters of the user's text that an issue repeats: enough to find it, and no more to keep. */
const SHOWN_CHARACTERS = 200;

/** Columns are a header's: one that is wrong throughout has said so by then. */
const KEPT_OF_COLUMNS = 20;

interface Tally {
  kept: number;
  uncounted: number;
  last: Issue | null;
}

/** The complaints about one file, in the order in which they were found. */
export class IssueList {
  readonly #issues: Issue[] = [];
  readonly #tallies = new Map<IssueCode, Tally>();
  readonly #keptPerCode: number;

  constructor(keptPerCode = KEPT_PER_CODE) {
    this.#keptPerCode = keptPerCode;
  }

  /** Adds a complaint; see `makeIssue` for the facts. */
  add(code: IssueCode, facts: IssueFacts): void {
    const tally = this.#tallies.get(code) ?? { kept: 0, uncounted: 0, last: null };
    this.#tallies.set(code, tally);
    const issue = makeIssue(code, shortened(facts));
    if (tally.kept < this.#bound(code)) {
      tally.kept += 1;
      this.#issues.push(issue);
    } else {
      tally.uncounted += 1;
      tally.last = issue;
    }
  }

  /** Whether a further complaint of this code would only be counted. */
  isFull(code: IssueCode): boolean {
    return (this.#tallies.get(code)?.kept ?? 0) >= this.#bound(code);
  }

  /** Adds complaints made elsewhere. */
  append(issues: readonly Issue[]): void {
    this.#issues.push(...issues);
  }

  /** All complaints, followed by one line for each code of which more were found than are kept. */
  all(): readonly Issue[] {
    const more: Issue[] = [];
    for (const [code, { uncounted, last }] of this.#tallies) {
      if (last === null) continue;
      const at = { file: last.file ?? '', line: last.line ?? 0, column: last.column ?? 0 };
      more.push(
        makeIssue(last.severity === 'error' ? 'FILE_MORE_ERRORS' : 'FILE_MORE_WARNINGS', {
          at,
          subject: code,
          detail: String(uncounted),
          value: String(last.line ?? 0),
        }),
      );
    }
    return [...this.#issues, ...more];
  }

  #bound(code: IssueCode): number {
    return code.startsWith('COLUMN_') ? Math.min(KEPT_OF_COLUMNS, this.#keptPerCode) : this.#keptPerCode;
  }
}

function shortened(facts: IssueFacts): IssueFacts {
  const isLong = [facts.value, facts.subject, facts.field].some((text) => (text?.length ?? 0) > SHOWN_CHARACTERS);
  if (!isLong) return facts;
  const { value, subject, field, ...rest } = facts;
  return {
    ...rest,
    value: shortText(value ?? null),
    field: shortText(field ?? null),
    ...(subject === undefined ? {} : { subject: shortText(subject) ?? '' }),
  };
}

function shortText(text: string | null): string | null {
  return text === null || text.length <= SHOWN_CHARACTERS ? text : `${text.slice(0, SHOWN_CHARACTERS)}...`;
}
