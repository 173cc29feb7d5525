/** The best objective where so much of a resource may be used, and a slope of a line through it that nowhere lies above the curve. */
export interface CurvePoint {
  readonly at: number;
  readonly value: number;
  /** A subgradient: change of the objective per unit of the resource; never positive. */
  readonly slope: number;
}

/** A place where the slope of a piecewise linear curve changes, or one of its ends. */
export interface Breakpoint {
  readonly at: number;
  readonly value: number;
  /** Change of the objective per unit of the resource just beyond; 0 at the last one. */
  readonly slopeAfter: number;
}

/** A curve as far as it is known. */
export interface ConvexCurve {
  /** Everything that was solved, in order. */
  readonly points: readonly CurvePoint[];
  readonly breakpoints: readonly Breakpoint[];
  /** Whether every piece between two breakpoints is proven straight. */
  readonly complete: boolean;
}

interface Gap {
  /** Where the tangents from both sides meet. */
  readonly at: number;
  /** How far the chord is above that meeting point: the curve lies between. */
  readonly error: number;
}

/**
 * Traces a convex, falling, piecewise linear curve exactly: between two known points the curve lies below their chord and above
 * both their tangents. Where the tangents meet on the chord the piece is proven straight; else the curve is asked where
 * they meet, the largest doubt first. Each question finds a piece that was not known, or proves two at once.
 *
 * Source: parametric right-hand sides of linear programs, e.g. Bertsimas and Tsitsiklis, "Introduction to Linear
 * Optimization" (1997), section 5.2; asking where the tangents meet is the method of Eisner and Severance, "Mathematical
 * techniques for efficient record segmentation in large shared databases", Journal of the ACM 23 (1976).
 *
 * @param known at least the two ends, in any order
 * @param ask the curve at a place between the ends; null when it was not found out: then the curve stays incomplete
 * @param tolerance values closer than this are the same
 * @param mostQuestions after which the curve is handed back as it is
 */
export async function traceCurve(
  known: readonly CurvePoint[],
  ask: (at: number) => Promise<CurvePoint | null>,
  tolerance: number,
  mostQuestions: number,
): Promise<ConvexCurve> {
  const points = [...known].sort((a, b) => a.at - b.at);
  for (let questions = 0; ; questions++) {
    const doubt = largestDoubt(points, tolerance);
    if (doubt === null) return { points, breakpoints: breakpointsOf(points, tolerance), complete: true };
    const found = questions < mostQuestions ? await ask(doubt.at) : null;
    if (found === null) return { points, breakpoints: breakpointsOf(points, tolerance), complete: false };
    points.splice(doubt.before, 0, found);
  }
}

function largestDoubt(
  points: readonly CurvePoint[],
  tolerance: number,
): { readonly at: number; readonly before: number } | null {
  let worst: (Gap & { readonly before: number }) | null = null;
  for (let i = 1; i < points.length; i++) {
    const gap = gapBetween(points[i - 1]!, points[i]!);
    if (gap !== null && gap.error > tolerance && gap.error > (worst?.error ?? 0)) worst = { ...gap, before: i };
  }
  return worst;
}

/** Null where the tangents prove the piece straight, up to rounding of the place where they meet. */
function gapBetween(left: CurvePoint, right: CurvePoint): Gap | null {
  const width = right.at - left.at;
  const turn = right.slope - left.slope;
  if (!(width > 0) || !(turn > 0)) return null;
  const chord = (right.value - left.value) / width;
  // How far along the width they meet: 0 where the right tangent passes through the left point.
  const along = (right.slope - chord) / turn;
  const at = left.at + along * width;
  if (!(at > left.at) || !(at < right.at)) return null;
  return { at, error: (chord - left.slope) * along * width };
}

function breakpointsOf(points: readonly CurvePoint[], tolerance: number): Breakpoint[] {
  const kept: CurvePoint[] = [];
  points.forEach((point, i) => {
    const last = kept.at(-1);
    const next = points[i + 1];
    if (last === undefined || next === undefined || liesBelowChord(last, point, next) > tolerance) kept.push(point);
  });
  return kept.map(({ at, value }, i) => {
    const next = kept[i + 1];
    return { at, value, slopeAfter: next === undefined ? 0 : (next.value - value) / (next.at - at) };
  });
}

function liesBelowChord(left: CurvePoint, point: CurvePoint, right: CurvePoint): number {
  const share = (point.at - left.at) / (right.at - left.at);
  return left.value + share * (right.value - left.value) - point.value;
}

/** The value at a place between two breakpoints, and the slope just beyond; nothing outside the ends. */
export function onCurve(breakpoints: readonly Breakpoint[], at: number): Breakpoint | null {
  const before = breakpoints.findLast((one) => one.at <= at);
  if (before === undefined || at > breakpoints.at(-1)!.at) return null;
  return { at, value: before.value + before.slopeAfter * (at - before.at), slopeAfter: before.slopeAfter };
}
