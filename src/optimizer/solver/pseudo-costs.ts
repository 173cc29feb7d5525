/** Looks at a column's two branches before their average gains are trusted. */
const RELIABLE_AFTER = 2;
/** A gain below this part of the objective counts as this, so that one good branch does not hide behind a useless one. */
const LEAST_GAIN = 1e-6;

interface Side {
  sum: number;
  count: number;
}

/**
 * What branching on a column has gained so far: the rise of the objective per unit by which its value was moved, down and
 * up. Source: T. Achterberg, T. Koch and A. Martin, "Branching rules revisited", Operations Research Letters 33 (2005).
 */
export class PseudoCosts {
  readonly #sides = new Map<number, { readonly down: Side; readonly up: Side }>();

  /** @param gain rise of the objective; @param moved by how much the column's value had to change */
  learn(column: number, side: 'down' | 'up', gain: number, moved: number): void {
    if (!(moved > 1e-9) || !Number.isFinite(gain)) return;
    const known = this.#of(column)[side];
    known.sum += Math.max(0, gain) / moved;
    known.count += 1;
  }

  isReliable(column: number): boolean {
    const { down, up } = this.#of(column);
    return Math.min(down.count, up.count) >= RELIABLE_AFTER;
  }

  /** Expected gains of the two branches; `otherwise` per unit where nothing was learnt yet. */
  expected(column: number, fraction: number, otherwise: number): readonly [down: number, up: number] {
    const { down, up } = this.#of(column);
    const rate = ({ sum, count }: Side) => (count === 0 ? otherwise : sum / count);
    return [rate(down) * fraction, rate(up) * (1 - fraction)];
  }

  #of(column: number): { readonly down: Side; readonly up: Side } {
    const known = this.#sides.get(column);
    if (known !== undefined) return known;
    const fresh = { down: { sum: 0, count: 0 }, up: { sum: 0, count: 0 } };
    this.#sides.set(column, fresh);
    return fresh;
  }
}

/** How good two branches are together: their product, so that both must raise the objective. */
export function branchScore(down: number, up: number, size: number): number {
  const least = LEAST_GAIN * Math.max(1e-9, size);
  return Math.max(down, least) * Math.max(up, least);
}
