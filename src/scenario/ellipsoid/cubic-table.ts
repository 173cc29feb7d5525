/** Equal steps of a table between its ends. */
export const TABLE_STEPS = 128;

/**
 * A function of one move given at equally spaced moves from -reach to reach, with a smooth curve between them: cubic pieces
 * whose slopes are central differences, so that a straight line stays one. Beyond the ends it goes on straight.
 *
 * SOURCE: E. Catmull & R. Rom, "A class of local interpolating splines" (1974).
 */
export class CubicTable {
  readonly #values: Float64Array;
  readonly #slopes: Float64Array;
  readonly #reach: number;
  readonly #perStep: number;
  /** Derivative at the last move asked for. */
  slope = 0;

  /** @param values `TABLE_STEPS + 1` of them */
  constructor(values: Float64Array, reach: number) {
    const last = TABLE_STEPS;
    this.#values = values;
    this.#reach = reach;
    this.#perStep = TABLE_STEPS / (2 * reach);
    this.#slopes = values.map((_, i) => {
      if (i === 0) return values[1]! - values[0]!;
      if (i === last) return values[last]! - values[last - 1]!;
      return (values[i + 1]! - values[i - 1]!) / 2;
    });
  }

  /** The value at a move; its derivative is in `slope` then. */
  at(move: number): number {
    const place = (move + this.#reach) * this.#perStep;
    const i = Math.min(TABLE_STEPS - 1, Math.max(0, Math.floor(place)));
    const t = place - i;
    const low = this.#values[i]!;
    const rise = this.#values[i + 1]! - low;
    const from = this.#slopes[i]!;
    const to = this.#slopes[i + 1]!;
    if (t < 0 || t > 1) {
      const edge = t < 0 ? from : to;
      this.slope = edge * this.#perStep;
      return t < 0 ? low + edge * t : low + rise + edge * (t - 1);
    }
    const square = 3 * rise - 2 * from - to;
    const cube = from + to - 2 * rise;
    this.slope = (from + t * (2 * square + 3 * t * cube)) * this.#perStep;
    return low + t * (from + t * (square + t * cube));
  }

  /** The slope of the straight line that the table is, up to rounding; null where it is bent. */
  straight(): number | null {
    const values = this.#values;
    const size = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    for (let i = 1; i < TABLE_STEPS; i++) {
      if (Math.abs(values[i + 1]! - 2 * values[i]! + values[i - 1]!) > STRAIGHT * size) return null;
    }
    return (values[TABLE_STEPS]! - values[0]!) / (2 * this.#reach);
  }
}

/** A bend below this part of the largest value is rounding. */
const STRAIGHT = 1e-12;

/** The moves of a table. */
export function tableMoves(reach: number): Float64Array {
  return Float64Array.from({ length: TABLE_STEPS + 1 }, (_, i) => (reach * (2 * i - TABLE_STEPS)) / TABLE_STEPS);
}
