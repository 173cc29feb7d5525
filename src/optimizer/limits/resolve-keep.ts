import { type Limit, type LimitBound, limitTitle } from '../../domain/index.js';
import { type Affine, coefficientOf, evaluate, type Formula } from '../../formula/index.js';
import type { LimitContext, LimitProblem, MeasuredScope } from './limit-measure.js';
import { isProblem } from './limit-measure.js';
import { LIMIT_RULES } from './limit-rules.js';
import type { ResolvedLimit } from './resolved-limit.js';

/** A net figure below this part of the gross one is rounding: the contributions cancel. */
const CANCELS = 1e-6;
/** A gain below this part of the largest profit or loss is rounding. */
const NO_GAIN = 1e-9;

/**
 * A limit that keeps today's figure within a band, as figures.
 *
 * A greek: today's figure less and plus the band, which is a percentage of that figure, or an amount in the greek's unit.
 * Where the contributions of the lines cancel (a book hedged to zero), a percentage is of the sum of their absolute values:
 * a percentage of nothing would nail the figure.
 *
 * `loss` keeps the payoff: in every scenario in scope where the book now gains, it gains at least (1 - band) of that. More
 * is not held against it, for a scenario with next to no gain today would otherwise forbid nearly every trade.
 */
export function resolveKeep(
  limit: Limit,
  band: LimitBound,
  context: LimitContext,
): readonly ResolvedLimit[] | LimitProblem {
  const measured = LIMIT_RULES[limit.kind](limit, context);
  if (isProblem(measured)) return measured;
  if (limit.kind === 'loss') return keptGains(limit, band, measured, context);
  return measured.flatMap(({ scope, unit, measure }) => {
    if (measure.kind !== 'book' || measure.formula.kind !== 'affine') {
      throw new Error(`a band cannot keep ${limit.kind}: it is no sum over the lines`);
    }
    const before = evaluate(measure.formula, context.quantities);
    const room = band.relative ? band.value * sizeOf(measure.formula, before, context.quantities) : band.value;
    const name = `${limitTitle(limit)} ${scope}`;
    return [{ limit, name, scope, unit, measure, min: before - room, max: before + room, before }];
  });
}

/** What a percentage of a figure is taken of. */
function sizeOf(formula: Affine, before: number, quantities: Float64Array): number {
  let gross = 0;
  for (let j = 0; j < quantities.length; j++) {
    if (quantities[j] !== 0) gross += Math.abs(quantities[j]! * coefficientOf(formula, j));
  }
  return Math.abs(before) > CANCELS * gross ? Math.abs(before) : gross;
}

function keptGains(
  limit: Limit,
  band: LimitBound,
  measured: readonly MeasuredScope[],
  { scenarios, quantities, currency }: LimitContext,
): ResolvedLimit[] {
  const wanted = new Set(measured.map(({ scope }) => scope));
  const gains = scenarios
    .filter(({ name }) => wanted.has(name))
    .map(({ name, pnl }) => ({ name, pnl, before: evaluate(pnl, quantities) }));
  const largest = gains.reduce((most, { before }) => Math.max(most, Math.abs(before)), 0);
  return gains
    .filter(({ before }) => before > NO_GAIN * largest)
    .map(({ name: scope, pnl, before }) => ({
      limit,
      name: `${limitTitle(limit)} ${scope}`,
      scope,
      unit: currency,
      measure: gainMeasure(pnl, scenarios.find(({ name }) => name === scope)!),
      min: (1 - band.value) * before,
      max: Infinity,
      before,
    }));
}

/** A profit that is the smallest of several is bounded from below through its opposite, the largest of several losses. */
function gainMeasure(pnl: Formula, scenario: { readonly loss: Formula }): ResolvedLimit['measure'] {
  return pnl.kind === 'affine'
    ? { kind: 'book', formula: pnl }
    : { kind: 'book', formula: pnl, opposite: scenario.loss };
}
