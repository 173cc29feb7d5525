import type { Crif, CrifAddOn, CrifScheduleRow, CrifSource } from '../../domain/index.js';
import { isSelected, type SimmSelection, type SimmSide } from './net-sensitivities.js';
import type { SensitivityColumns } from './sensitivity-columns.js';

/** No file's text has a line end. */
const NOBODY = '\n';

/** What a file calls the rows of a source: its trade, else its netting set, else `book`. */
export function tradeOf({ trade, portfolio }: CrifSource): string {
  if (trade !== '') return trade;
  return portfolio === '' ? 'book' : portfolio;
}

/**
 * The rows of a file by trade, found once, so that the sensitivities of one trade cost no more than its own rows. A trade is
 * all that `tradeOf` calls by one name.
 */
export class TradeRows {
  readonly crif: Crif;
  /** Every trade with a sensitivity, in the order of the file. */
  readonly names: readonly string[];
  readonly #placeOf = new Map<string, number>();
  /** Sources by trade; those of no trade under `NOBODY`. */
  readonly #sourcesOf = new Map<string, CrifSource[]>();
  /** Rows of trade t are `rows[starts[t]]` up to before `rows[starts[t + 1]]`. */
  readonly #starts: Int32Array;
  readonly #rows: Int32Array;

  constructor(crif: Crif) {
    this.crif = crif;
    const tradeOfRow = this.#numbered(crif);
    this.names = [...this.#placeOf.keys()];
    for (const source of crif.sources) {
      const trade = tradeOf(source);
      const name = this.#placeOf.has(trade) ? trade : NOBODY;
      const own = this.#sourcesOf.get(name);
      if (own === undefined) this.#sourcesOf.set(name, [source]);
      else own.push(source);
    }
    this.#starts = new Int32Array(this.names.length + 1);
    for (const trade of tradeOfRow) this.#starts[trade + 1]!++;
    for (let t = 0; t < this.names.length; t++) this.#starts[t + 1]! += this.#starts[t]!;
    const next = this.#starts.slice();
    this.#rows = new Int32Array(tradeOfRow.length);
    for (const [row, trade] of tradeOfRow.entries()) this.#rows[next[trade]!++] = row;
  }

  /** The regimes that rows of some trades, or rows of no trade, name on a side; by name. */
  regimes(names: readonly string[], side: SimmSide): readonly string[] {
    const regimes = new Set<string>();
    for (const name of [...names, NOBODY]) {
      for (const { collect, post } of this.#sourcesOf.get(name) ?? []) {
        for (const regime of side === 'call' ? collect : post) regimes.add(regime);
      }
    }
    return [...regimes].sort();
  }

  /** The sensitivities of some trades, those that count, over the factors that they have; a trade without any is empty. */
  columns(names: readonly string[], selection: SimmSelection): SensitivityColumns {
    const { factors, factorOf, sourceOf, sources, amountsUsd } = this.crif;
    const sign = selection.side === 'call' ? 1 : -1;
    const counts = new Map<number, boolean>();
    const localOf = new Map<number, number>();
    const columnOf: number[] = [];
    const local: number[] = [];
    const usd: number[] = [];
    for (const [column, name] of names.entries()) {
      const trade = this.#placeOf.get(name);
      if (trade === undefined) continue;
      for (let i = this.#starts[trade]!; i < this.#starts[trade + 1]!; i++) {
        const row = this.#rows[i]!;
        const source = sourceOf[row]!;
        const isIn = counts.get(source) ?? isSelected(sources[source]!, selection);
        counts.set(source, isIn);
        if (!isIn) continue;
        const factor = factorOf[row]!;
        const place = localOf.get(factor) ?? localOf.size;
        if (place === localOf.size) localOf.set(factor, place);
        columnOf.push(column);
        local.push(place);
        usd.push(sign * amountsUsd[row]!);
      }
    }
    return {
      names,
      factors: [...localOf.keys()].map((factor) => factors[factor]!),
      columnOf: Int32Array.from(columnOf),
      factorOf: Int32Array.from(local),
      usd: Float64Array.from(usd),
    };
  }

  /** The add-ons that count: those of a trade as often as it is held, those of no trade once. */
  addOns(held: ReadonlyMap<string, number>, selection: SimmSelection): CrifAddOn[] {
    return this.crif.addOns.flatMap((addOn) => {
      const times = this.#times(addOn.source, held, selection);
      if (times === 0) return [];
      const isRatio = addOn.kind === 'multiplier' || addOn.kind === 'factor';
      return [isRatio ? addOn : { ...addOn, amount: addOn.amount * times }];
    });
  }

  /** The rows of the schedule, likewise. */
  schedule(held: ReadonlyMap<string, number>, selection: SimmSelection): CrifScheduleRow[] {
    return this.crif.schedule.flatMap((row) => {
      const times = this.#times(row.source, held, selection);
      return times === 0 ? [] : [{ ...row, amountUsd: row.amountUsd * times }];
    });
  }

  #times(number: number, held: ReadonlyMap<string, number>, selection: SimmSelection): number {
    const source = this.crif.sources[number]!;
    if (!isSelected(source, selection)) return 0;
    const name = tradeOf(source);
    return this.#placeOf.has(name) ? (held.get(name) ?? 0) : 1;
  }

  /** The trade of each row; numbers trades as they come. */
  #numbered({ sources, sourceOf }: Crif): Int32Array {
    const ofSource = new Int32Array(sources.length).fill(-1);
    return sourceOf.map((number) => {
      if (ofSource[number] === -1) {
        const name = tradeOf(sources[number]!);
        const place = this.#placeOf.get(name) ?? this.#placeOf.size;
        this.#placeOf.set(name, place);
        ofSource[number] = place;
      }
      return ofSource[number]!;
    });
  }
}
