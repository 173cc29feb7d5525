/** A part of the height below which a curve is straight for all that matters. */
const STRAIGHT = 1e-6;

/**
 * The knee of a falling curve: the point farthest below the chord between its ends. Farthest is the same at every scale of the two
 * axes, for the distance to a line is the vertical one times a constant.
 *
 * @param points in order along the axis
 * @returns its index; null where no point lies below the chord
 */
export function kneeOf(points: readonly { readonly at: number; readonly value: number }[]): number | null {
  const first = points[0];
  const last = points.at(-1);
  if (first === undefined || last === undefined || !(last.at > first.at)) return null;
  const slope = (last.value - first.value) / (last.at - first.at);
  let knee: number | null = null;
  let deepest = STRAIGHT * Math.abs(last.value - first.value);
  points.forEach(({ at, value }, i) => {
    const below = first.value + slope * (at - first.at) - value;
    if (below > deepest) {
      deepest = below;
      knee = i;
    }
  });
  return knee;
}
