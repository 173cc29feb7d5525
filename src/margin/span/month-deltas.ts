/** Net deltas of a combined commodity by contract month, used up by spreads as these are formed. */
export class MonthDeltas {
  readonly #left: Map<string, number>;
  readonly #taken = new Map<string, number>();

  /** @param deltas net delta by month, `YYYYMM` or `YYYYMMDD` */
  constructor(deltas: ReadonlyMap<string, number>) {
    this.#left = new Map([...deltas].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  /** The same deltas, to be used up on their own. */
  copy(): MonthDeltas {
    return new MonthDeltas(this.#left);
  }

  /** Net delta that no spread has taken. */
  get net(): number {
    return [...this.#left.values()].reduce((total, delta) => total + delta, 0);
  }

  leftIn(month: string): number {
    return this.#left.get(month) ?? 0;
  }

  /** Deltas of a month that spreads within the commodity have taken. */
  takenIn(month: string): number {
    return this.#taken.get(month) ?? 0;
  }

  /** Deltas of one sign that are left from one month to another, as a positive number. */
  available(from: string, to: string, sign: 1 | -1): number {
    let total = 0;
    for (const [month, delta] of this.#left) {
      if (month >= from && month <= to) total += Math.max(0, sign * delta);
    }
    return total;
  }

  /** Takes deltas of one sign, the nearest months first. */
  take(from: string, to: string, sign: 1 | -1, amount: number): void {
    let open = amount;
    for (const [month, delta] of this.#left) {
      if (open <= 0) return;
      if (month < from || month > to) continue;
      const part = Math.min(open, Math.max(0, sign * delta));
      if (part === 0) continue;
      this.#left.set(month, delta - sign * part);
      this.#taken.set(month, this.takenIn(month) + part);
      open -= part;
    }
  }
}

/** Before and after every month there is. */
export const FIRST_MONTH = '0';
export const LAST_MONTH = '9';
