import type { ProgramBuilder, RowInput } from './solver/index.js';
import type { TradeColumn } from './trade-columns.js';

/** A value below this part of a column's largest is rounding of the solver, not a trade. */
const DUST = 1e-9;

/** The least size of a trade. */
export interface Ticket {
  readonly least: number;
  readonly amount: 'contracts' | 'notional';
}

/** A column that is 1 where any of some trade columns is used. */
interface Switch {
  readonly column: number;
  readonly line: number;
  readonly trades: readonly TradeColumn[];
}

/**
 * A binary per instrument (one per side where trades have a least size), which its trade columns cannot exceed in parts of
 * their own sizes: `x_buy / size_buy + x_sell / size_sell <= switch`, level by level. Buying and selling the same
 * instrument is never better than the difference, so both sides share the row: half as many rows, and no weaker.
 *
 * Source of the two-sided form `least x switch <= x <= size x switch`: semi-continuous variables, E. M. L. Beale and
 * J. A. Tomlin (1970), with the tightest size there is, what is on offer.
 */
export class TradeSwitches {
  readonly #builder: ProgramBuilder;
  readonly #all: Switch[] = [];
  /** Rows of the program that hold trade columns down to their switches, with the switch of each. */
  readonly rows: { readonly row: number; readonly column: number; readonly input: RowInput }[] = [];

  constructor(builder: ProgramBuilder, trades: readonly TradeColumn[], tickets: readonly Ticket[]) {
    this.#builder = builder;
    const byInstrument = new Map<string, TradeColumn[]>();
    for (const trade of trades) {
      const list = byInstrument.get(trade.candidate.instrument);
      if (list === undefined) byInstrument.set(trade.candidate.instrument, [trade]);
      else list.push(trade);
    }
    for (const [instrument, columns] of byInstrument) {
      if (tickets.length === 0) this.#addSwitch(instrument, columns);
      else this.#addSides(instrument, columns, tickets);
    }
  }

  /** The switches' columns, those of the lines marked 1 where they are given. */
  columns(lines?: Uint8Array): number[] {
    return this.#all.filter(({ line }) => lines === undefined || lines[line] === 1).map(({ column }) => column);
  }

  /** Each switch with the trade columns it opens. */
  opened(): Map<number, readonly number[]> {
    return new Map(this.#all.map(({ column, trades }) => [column, trades.map((trade) => trade.column)]));
  }

  /** Turns on the switches of what is traded in x, and the others off. */
  settle(x: Float64Array): void {
    for (const { column, trades } of this.#all) {
      x[column] = trades.some((trade) => x[trade.column]! > DUST * trade.upper) ? 1 : 0;
    }
  }

  /** Puts each switch of a continuous answer as low as its trades let it be. */
  least(x: Float64Array): void {
    for (const { column, trades } of this.#all) {
      const parts = new Map<number, number>();
      for (const trade of trades) {
        if (trade.upper > 0) parts.set(trade.place, (parts.get(trade.place) ?? 0) + x[trade.column]! / trade.upper);
      }
      x[column] = Math.min(x[column]!, Math.max(0, ...parts.values()));
    }
  }

  /** How many instruments can no more be traded, of columns marked 1 that are held at 0. */
  screenedOut(screened: Uint8Array): number {
    const out = new Map<number, boolean>();
    for (const { column, line, trades } of this.#all) {
      const isOut =
        screened[column] === 1 || trades.every((trade) => trade.upper === 0 || screened[trade.column] === 1);
      out.set(line, (out.get(line) ?? true) && isOut);
    }
    return [...out.values()].filter(Boolean).length;
  }

  #addSwitch(name: string, trades: readonly TradeColumn[], upper = 1): number {
    const column = this.#builder.addColumn({ name: `trade ${name}`, lower: 0, upper, cost: 0, integer: true });
    this.#all.push({ column, line: trades[0]!.candidate.line, trades });
    for (const place of new Set(trades.map((trade) => trade.place))) {
      const level = trades.filter((trade) => trade.place === place && trade.upper > 0);
      const input = {
        name: `trade ${name}`,
        lower: -Infinity,
        upper: 0,
        indices: [...level.map((trade) => trade.column), column],
        values: [...level.map((trade) => 1 / trade.upper), -1],
      };
      this.rows.push({ row: this.#builder.addRow(input), column, input });
    }
    return column;
  }

  /** A switch per side, of which one at most is on: two trades of opposite sides could else hide a smaller one. */
  #addSides(instrument: string, columns: readonly TradeColumn[], tickets: readonly Ticket[]): void {
    const sides: number[] = [];
    for (const direction of [1, -1] as const) {
      const trades = columns.filter((trade) => trade.direction === direction);
      if (trades.length === 0) continue;
      const least = Math.max(...tickets.map((ticket) => leastContracts(trades[0]!, ticket)));
      const offered = trades.reduce((total, { unit, upper }) => total + unit * upper, 0);
      const name = `${instrument}, ${direction > 0 ? 'bought' : 'sold'}`;
      const column = this.#addSwitch(name, trades, offered * (1 + DUST) < least ? 0 : 1);
      sides.push(column);
      this.#builder.addRow({
        name: `ticket ${name}`,
        lower: 0,
        upper: Infinity,
        indices: [...trades.map((trade) => trade.column), column],
        values: [...trades.map(({ unit }) => unit), -Math.min(least, offered)],
      });
    }
    if (sides.length < 2) return;
    this.#builder.addRow({
      name: `one side of ${instrument}`,
      lower: -Infinity,
      upper: 1,
      indices: sides,
      values: [1, 1],
    });
  }
}

function leastContracts({ candidate }: TradeColumn, { least, amount }: Ticket): number {
  if (amount === 'contracts') return least;
  return candidate.notional > 0 ? least / candidate.notional : 0;
}
