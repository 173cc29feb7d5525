import { type Issue, makeIssue } from '../domain/index.js';
import { evaluate } from '../formula/index.js';
import type { AttributeResult } from '../schema/attribute-document.js';
import type { LimitLine } from '../schema/limit-line.js';
import { type AttributionGroup, attributionGroups, mergedGroup } from './attribution-groups.js';
import { type AttributedGroup, lineMaker } from './attribution-lines.js';
import { marginsByFormula, marginsByRules, rebuildsRules } from './attribution-margins.js';
import type { PreparedRun } from './prepare-run.js';
import type { AttributeRequest } from './request.js';

/** Figures closer than this, relative to the margin, are the same but for rounding. */
const ROUNDING = 1e-9;

/** So many lines whose closing would raise the margin are told one by one. */
const TOLD = 10;

/** The answer to `margo attribute` for the book of a prepared run. */
export function attributeResult(
  run: PreparedRun,
  { by, top }: Pick<AttributeRequest, 'by' | 'top'>,
  limits: LimitLine[],
): { readonly result: AttributeResult; readonly issues: readonly Issue[] } {
  const initialMargin = evaluate(run.requirement.initial, run.quantities);
  const groups = attributionGroups(run, by);
  const rebuilt = rebuildsRules(run, groups.length);
  const lineOf = lineMaker(run, rebuilt ? marginsByRules(run) : marginsByFormula(run));
  const all = groups.map(lineOf).sort(costliestFirst);
  const shown = all.slice(0, top ?? all.length);
  const rest = all.slice(shown.length).map(({ group }) => group);
  const others = rest.length === 0 ? null : lineOf(mergedGroup(othersName(rest, by), rest)).line;
  const lines = shown.map(({ line }) => line);
  const parts = others === null ? lines : [...lines, others];
  const standaloneMargin = all.reduce((total, { line }) => total + line.standalone, 0);
  const result: AttributeResult = {
    model: run.model.id,
    currency: run.view.currency,
    by,
    initialMargin,
    standaloneMargin,
    offsetBenefit: standaloneMargin - initialMargin,
    lines,
    others,
    remainder: initialMargin - parts.reduce((total, { component }) => total + component, 0),
    tied: all.some(({ line }) => line.componentHigh - line.componentLow > roomOf(initialMargin)),
    limits,
  };
  const issues = closingIssues(all, initialMargin, run.view.currency);
  if (run.model.looksAtHeldLines && !rebuilt) issues.push(keptLinesIssue(run, groups));
  return { result, issues };
}

function costliestFirst({ line: a }: AttributedGroup, { line: b }: AttributedGroup): number {
  return b.component - a.component || (a.name < b.name ? -1 : 1);
}

function othersName(rest: readonly AttributionGroup[], by: string): string {
  const plural = { position: 'positions', underlying: 'underlyings', expiry: 'expiries', tag: 'tags' }[by];
  return rest.length === 1 ? rest[0]!.name : `${rest.length} other ${plural}`;
}

function roomOf(margin: number): number {
  return ROUNDING * Math.max(1, Math.abs(margin));
}

function closingIssues(all: readonly AttributedGroup[], margin: number, currency: string): Issue[] {
  const raising = all
    .filter(({ line }) => -line.marginal > roomOf(margin))
    .sort((a, b) => a.line.marginal - b.line.marginal);
  const issues = raising.slice(0, TOLD).map(({ group, line }) =>
    makeIssue('ATR_CLOSING_RAISES', {
      at: group.origin,
      subject: line.name,
      detail: `${moneyText(-line.marginal)} ${currency}`,
    }),
  );
  const left = raising.length - issues.length;
  if (left > 0) issues.push(makeIssue('ATR_MORE_CLOSING_RAISE', { detail: String(left) }));
  return issues;
}

function moneyText(amount: number): string {
  return Math.abs(amount) >= 100 ? amount.toFixed(0) : String(Number(amount.toPrecision(3)));
}

function keptLinesIssue(run: PreparedRun, groups: readonly AttributionGroup[]): Issue {
  const detail = `${groups.length} parts of ${run.lines.length} lines`;
  return makeIssue('ATR_LINES_KEPT', { subject: run.model.id, detail });
}
