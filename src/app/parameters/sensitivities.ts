import type { NumericPlace } from '../../margin/index.js';
import type { ParameterLine } from '../../schema/stress/stress-parameters.js';
import type { ParameterMargin } from './parameter-margin.js';

/** The bump: this part of a figure, or this much of one that is 0. */
const BUMP = 0.01;
/** Slopes that differ by more than this part of the larger are looked at again at a tenth of the bump. */
const BENT = 0.02;
/** What a corner at the figure itself keeps of the difference there, at least; of a curve a tenth is left, give or take. */
const [CORNER, CURVE, GIVE] = [0.5, 0.1, 0.05];
/** A change below this part of the margin is rounding. */
const NOTHING = 1e-10;

/** What bumping every figure of a set does to a margin. */
export interface Sensitivities {
  /** The largest effect of a bump first. */
  readonly lines: readonly ParameterLine[];
  /** Figures whose bumps change nothing, by name. */
  readonly withoutEffect: readonly string[];
  /** Figures that cannot be bumped: the rules allow neither side. */
  readonly fixed: readonly string[];
}

/**
 * Bumps every number of a parameter set by 1 % of its size (one that is 0 by 0.01, a whole one by 1) and works the margin out
 * again by the full rules: a central difference, or a one-sided one where the rules of the figures allow one side only.
 */
export function sensitivities(margin: ParameterMargin): Sensitivities {
  const lines: ParameterLine[] = [];
  const withoutEffect: string[] = [];
  const fixed: string[] = [];
  for (const place of margin.places) {
    const line = lineOf(margin, place);
    if (line === null) fixed.push(place.name);
    else if (Math.max(Math.abs(line.slopeUp ?? 0), Math.abs(line.slopeDown ?? 0)) === 0) withoutEffect.push(place.name);
    else lines.push(line);
  }
  lines.sort((a, b) => effect(b) - effect(a) || (a.parameter < b.parameter ? -1 : 1));
  return { lines, withoutEffect, fixed };
}

/** How far a bump moves the margin, on the side where it moves it more. */
function effect({ step, slopeUp, slopeDown }: ParameterLine): number {
  return step * Math.max(Math.abs(slopeUp ?? 0), Math.abs(slopeDown ?? 0));
}

/** The bump of a figure. */
function stepOf({ value, rule }: NumericPlace): Pick<ParameterLine, 'step' | 'bump'> {
  if (rule.whole) return { step: 1, bump: 'whole' };
  return value === 0 ? { step: BUMP, bump: 'absolute' } : { step: BUMP * Math.abs(value), bump: 'relative' };
}

function lineOf(margin: ParameterMargin, place: NumericPlace): ParameterLine | null {
  const { name, value, rule } = place;
  const { step, bump } = stepOf(place);
  const [slopeDown, slopeUp] = slopes(margin, place, step);
  if (slopeUp === null && slopeDown === null) return null;
  const perUnit = slopeUp !== null && slopeDown !== null ? (slopeUp + slopeDown) / 2 : (slopeUp ?? slopeDown)!;
  const isRelative = bump === 'relative';
  return {
    parameter: name,
    value,
    step,
    bump,
    sides: slopeUp === null ? 'down' : slopeDown === null ? 'up' : 'both',
    perPercent: isRelative ? perUnit * BUMP * value : null,
    perUnit,
    elasticity: isRelative && margin.margin !== 0 ? (perUnit * value) / margin.margin : null,
    slopeDown,
    slopeUp,
    kink: rule.whole ? 'none' : kinkOf(margin, place, step, [slopeDown, slopeUp]),
  };
}

type Slopes = readonly [down: number | null, up: number | null];

/** Margin per unit of a figure on either side; null on a side that the rules do not allow. */
function slopes(margin: ParameterMargin, place: NumericPlace, step: number): Slopes {
  const slope = (side: -1 | 1): number | null => {
    const moved = margin.under(new Map([[place, place.value + side * step]]));
    if (moved === null) return null;
    const change = moved - margin.margin;
    return Math.abs(change) <= NOTHING * Math.max(1, Math.abs(margin.margin)) ? 0 : (side * change) / step;
  };
  return [slope(-1), slope(1)];
}

/**
 * Why the two slopes differ: the margin has a corner at the figure (another scenario takes over), has one within the bump, or
 * is only curved, which is no kink.
 */
function kinkOf(margin: ParameterMargin, place: NumericPlace, step: number, far: Slopes): ParameterLine['kink'] {
  const bend = difference(far);
  if (bend <= BENT * Math.max(...far.map((slope) => Math.abs(slope ?? 0)))) return 'none';
  const kept = difference(slopes(margin, place, step / 10)) / bend;
  if (kept > CORNER) return 'here';
  return Math.abs(kept - CURVE) <= GIVE ? 'none' : 'near';
}

function difference([down, up]: Slopes): number {
  return down === null || up === null ? 0 : Math.abs(up - down);
}
