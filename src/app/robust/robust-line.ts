import type { RobustLine } from '../../schema/robust-line.js';
import type { PlainHedge } from './plain-hedge-line.js';
import { marginsOf, type RobustMargin, together } from './robust-margin.js';

/** A case counts as binding up to this part of the highest margin. */
const TIED = 1e-6;

/**
 * The cases as documents tell them: each one's margin before and after by its own full rules, and what they come to together.
 *
 * @param after null where no book was found
 * @param plain the hedge that looks at the run alone; null where there is none to compare with
 */
export function robustLine(
  robust: RobustMargin | null,
  before: Float64Array,
  after: Float64Array | null,
  plain: PlainHedge | null = null,
): { readonly robust?: RobustLine } {
  if (robust === null) return {};
  const { rule, cases, ofTheRun, worstFor } = robust;
  const was = marginsOf(cases, before);
  const is = after === null ? null : marginsOf(cases, after);
  const now = is ?? was;
  const instead = plain === null ? null : marginsOf(cases, plain.book);
  const highest = Math.max(...now);
  const counts = (k: number): boolean =>
    rule === 'weighted' ? cases[k]!.weight > 0 : highest - now[k]! <= TIED * Math.max(1, Math.abs(highest));
  return {
    robust: {
      rule,
      before: together(rule, cases, was),
      after: is === null ? null : together(rule, cases, is),
      cases: cases.map(({ name, weight, run }, k) => ({
        name,
        model: run.model.id,
        parameters: run.parameters.id,
        asOf: new Date(run.view.asOf).toISOString(),
        weight: rule === 'weighted' ? weight : 1,
        before: was[k]!,
        after: is === null ? null : is[k]!,
        ...(instead === null ? {} : { plain: instead[k]! }),
        binding: counts(k),
      })),
      ...(ofTheRun && is !== null
        ? { plain: plain && { ...plain.line, ...compared(together(rule, cases, instead!), together(rule, cases, is)) } }
        : {}),
      ...(worstFor === null
        ? {}
        : { ranges: { before: worstFor(before), after: after === null ? null : worstFor(after) } }),
    },
  };
}

function compared(worst: number, after: number): { readonly worst: number; readonly saves: number } {
  return { worst, saves: worst - after };
}
