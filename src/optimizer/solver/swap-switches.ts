import type { Branch, Relaxed, TreeRelaxation } from './tree-relaxation.js';

/** Switches that are tried in the place of one that is turned off. */
const TRIED = 8;
/** Of the switches that are on least so many are tried to be without. */
const DROPPED = 4;
/** Up to so many switches the best exchange of all is made, beyond them the first good one. */
const STEEPEST_UP_TO = 500;
/** An exchange must gain this part of the objective. */
const LEAST_GAIN = 1e-5;

export interface SwapTask {
  /** Columns of 0 or 1, each with the columns that are 0 while it is. */
  readonly switches: ReadonlyMap<number, readonly number[]>;
  /** Sets that are looked at. */
  readonly mostSolves: number;
  /** The switches that are above 0 here are on at first; in the end those that are on most. */
  readonly start: Float64Array;
  /** The relaxation's answer as it stands, with every row that it needs. */
  readonly solved: () => Promise<Relaxed>;
  /** Told every answer that is better than all before. */
  readonly offer: (x: Float64Array) => void;
  readonly mustStop: () => Promise<boolean>;
}

interface Standing {
  readonly on: ReadonlySet<number>;
  readonly objective: number;
}

/**
 * A good set of few switches: starting from one that works, one is turned off and another on as long as that lowers the
 * objective. Each set costs a small solve, since all columns whose switch is off are 0. Proves nothing.
 */
export async function swapSwitches(relaxation: TreeRelaxation, task: SwapTask): Promise<void> {
  const swaps = new Swaps(relaxation, task);
  let standing = await swaps.first();
  while (standing !== null) standing = await swaps.better(standing);
}

class Swaps {
  readonly #relaxation: TreeRelaxation;
  readonly #task: SwapTask;
  readonly #columns: readonly number[];
  #solves = 0;
  #best = Infinity;

  constructor(relaxation: TreeRelaxation, task: SwapTask) {
    this.#relaxation = relaxation;
    this.#task = task;
    this.#columns = [...task.switches.keys()];
  }

  /** Starting from all that are on at all, those that are on least are turned off until the others can be on together. */
  async first(): Promise<Standing | null> {
    let values = this.#task.start;
    let on = this.#columns.filter((j) => values[j]! > 1e-9);
    while (on.length > 0 && !(await this.#isOver())) {
      const objective = await this.#solvedWith(new Set(on));
      if (objective < Infinity) return { on: new Set(on), objective };
      on.sort((a, b) => values[b]! - values[a]!);
      const { left, x } = await this.#withoutOne(on);
      on = left;
      values = x ?? values;
    }
    return null;
  }

  /** The switches without the one that is missed least, of those that are on least. */
  async #withoutOne(on: readonly number[]): Promise<{ readonly left: number[]; readonly x: Float64Array | null }> {
    let best: { readonly objective: number; readonly left: number[]; readonly x: Float64Array } | null = null;
    const many = this.#columns.length > STEEPEST_UP_TO;
    const tried = many ? [on.slice(-Math.ceil(on.length / 10))] : on.slice(-DROPPED).map((off) => [off]);
    for (const off of tried) {
      const left = on.filter((column) => !off.includes(column));
      this.#stand(new Set(left), 0);
      const relaxed = await this.#task.solved();
      if (relaxed.status !== 'optimal' || (best !== null && relaxed.objective >= best.objective)) continue;
      best = { objective: relaxed.objective, left, x: relaxed.x };
    }
    return best ?? { left: on.slice(0, -1), x: null };
  }

  /** The set after the best exchange, or the first good one; null when there is none, or no time for more. */
  async better(standing: Standing): Promise<Standing | null> {
    let next: Standing | null = null;
    for (const off of [null, ...standing.on]) {
      const without = new Set([...standing.on].filter((column) => column !== off));
      if ((await this.#solvedWith(without)) === Infinity) continue;
      for (const column of this.#promising(without, off)) {
        if (await this.#isOver()) return null;
        const on = new Set([...without, column]);
        const objective = await this.#solvedWith(on);
        const least = (next ?? standing).objective;
        if (objective < least - LEAST_GAIN * Math.abs(least)) next = { on, objective };
      }
      if (next !== null && this.#columns.length > STEEPEST_UP_TO) break;
    }
    return next;
  }

  async #isOver(): Promise<boolean> {
    return this.#solves >= this.#task.mostSolves || this.#task.mustStop();
  }

  #stand(on: ReadonlySet<number>, least: 0 | 1): void {
    const branches = this.#columns.map((column): Branch => {
      const isOn = on.has(column);
      return { column, lower: isOn ? least : 0, upper: isOn ? 1 : 0 };
    });
    this.#relaxation.stand(branches);
  }

  /** The objective with exactly these switches on; Infinity where they cannot be. */
  async #solvedWith(on: ReadonlySet<number>): Promise<number> {
    this.#solves += 1;
    this.#stand(on, 1);
    const relaxed = await this.#task.solved();
    if (relaxed.status !== 'optimal') return Infinity;
    if (relaxed.objective < this.#best) {
      this.#best = relaxed.objective;
      this.#task.offer(relaxed.x);
    }
    return relaxed.objective;
  }

  /** Switches that are off and could gain most, by the multipliers of the last solve and the sizes of what they open. */
  #promising(on: ReadonlySet<number>, not: number | null): number[] {
    const reduced = this.#relaxation.reducedCosts();
    const { upper } = this.#relaxation;
    const gains = new Map<number, number>();
    for (const [column, opened] of this.#task.switches) {
      if (on.has(column) || column === not || upper[column]! < 1) continue;
      const gain = Math.max(0, ...opened.map((j) => -reduced[j]! * upper[j]!));
      if (gain > 0) gains.set(column, gain);
    }
    const ranked = [...gains].sort(([, a], [, b]) => b - a);
    return ranked.slice(0, TRIED).map(([column]) => column);
  }
}
