import type { Candidate, PriceLevel } from './candidate.js';
import type { LinearForm } from './linear-form.js';
import type { ProgramBuilder, RowInput } from './solver/index.js';

/** One column of the program: contracts (or lots) of one candidate bought or sold at one price. */
export interface TradeColumn {
  readonly candidate: Candidate;
  readonly direction: 1 | -1;
  readonly level: PriceLevel;
  /** Place of the level, 0 for the best price. */
  readonly place: number;
  /** Column of the program. */
  readonly column: number;
  /** Contracts per unit of the column: 1, the lot when lots are whole, the level's size where levels are taken whole. */
  readonly unit: number;
  /** Whether the column counts lots, or levels. */
  readonly whole: boolean;
  /** Largest value of the column. */
  readonly upper: number;
}

/** Money that one unit of a trade column costs: spread and fee. */
export function columnCost({ level, unit }: TradeColumn): number {
  return (level.unitSpread + level.unitFee) * unit;
}

/** The trade columns of a program, and the translation between quantities of lines and columns. */
export class TradeColumns {
  readonly all: readonly TradeColumn[];
  readonly #byLine = new Map<number, TradeColumn[]>();
  readonly #present: Float64Array;

  /**
   * Adds a column per candidate, side and price level.
   * @param present contracts held, by line
   * @param wholeLots whether columns count lots and must be whole
   * @param wholeLevels whether a level is taken whole or not at all: a column counts levels, up to 1, the best first, and on
   * one side only
   */
  constructor(
    builder: ProgramBuilder,
    candidates: readonly Candidate[],
    present: Float64Array,
    wholeLots: boolean,
    wholeLevels = false,
  ) {
    this.#present = present;
    const all: TradeColumn[] = [];
    for (const candidate of candidates) {
      for (const [direction, levels] of [
        [1, candidate.asks],
        [-1, candidate.bids],
      ] as const) {
        for (const [place, level] of levels.entries()) {
          all.push(addTradeColumn(builder, { candidate, direction, level, place }, wholeLots, wholeLevels));
        }
      }
    }
    this.all = all;
    for (const trade of all) {
      const list = this.#byLine.get(trade.candidate.line);
      if (list === undefined) this.#byLine.set(trade.candidate.line, [trade]);
      else list.push(trade);
    }
    if (wholeLevels) for (const columns of this.#byLine.values()) addLevelOrder(builder, columns);
  }

  /** The columns of a line that is a candidate. */
  ofLine(line: number): readonly TradeColumn[] {
    return this.#byLine.get(line) ?? [];
  }

  /** Contracts held of every line after the trades of x. */
  quantities(x: Float64Array): Float64Array {
    const after = this.#present.slice();
    for (const { candidate, direction, column, unit } of this.all) {
      after[candidate.line]! += direction * unit * x[column]!;
    }
    return after;
  }

  /** Lowest and highest contracts each line can come to hold. */
  reach(): { readonly lower: Float64Array; readonly upper: Float64Array } {
    const lower = this.#present.slice();
    const upper = this.#present.slice();
    for (const { candidate, direction, unit, upper: most } of this.all) {
      if (direction > 0) upper[candidate.line]! += unit * most;
      else lower[candidate.line]! -= unit * most;
    }
    return { lower, upper };
  }

  /** A row `lower <= form <= upper` over the program's columns, the form's constant moved to the limits. */
  row(name: string, form: LinearForm, lower: number, upper: number): RowInput {
    const indices: number[] = [];
    const values: number[] = [];
    let constant = form.constant;
    if (form.perLine !== null) {
      for (let j = 0; j < form.perLine.length; j++) {
        const coefficient = form.perLine[j]!;
        if (coefficient === 0) continue;
        constant += coefficient * this.#present[j]!;
        for (const { column, direction, unit } of this.#byLine.get(j) ?? []) {
          indices.push(column);
          values.push(coefficient * direction * unit);
        }
      }
    }
    for (const [column, coefficient] of form.extra) {
      if (coefficient === 0) continue;
      // What is held and what is paid for it may stand in one row: a trade column then comes by both ways.
      const known = form.perLine !== null && column < this.all.length ? indices.indexOf(column) : -1;
      if (known >= 0) values[known]! += coefficient;
      else {
        indices.push(column);
        values.push(coefficient);
      }
    }
    return { name, lower: lower - constant, upper: upper - constant, indices, values };
  }
}

function addTradeColumn(
  builder: ProgramBuilder,
  at: Pick<TradeColumn, 'candidate' | 'direction' | 'level' | 'place'>,
  wholeLots: boolean,
  wholeLevels: boolean,
): TradeColumn {
  const { candidate, direction, level, place } = at;
  const inLots = wholeLots && candidate.lot !== null;
  // A size that is a multiple of the lot up to rounding must not lose its last lot.
  const lots = inLots ? Math.floor(level.size / candidate.lot! + 1e-9) : 0;
  const offered = inLots ? Number((lots * candidate.lot!).toPrecision(12)) : level.size;
  const some = offered > 0 ? 1 : 0;
  const [unit, upper] = wholeLevels ? [offered || 1, some] : inLots ? [candidate.lot!, lots] : [1, level.size];
  const whole = inLots || wholeLevels;
  const column = builder.addColumn({
    name: `${direction > 0 ? 'buy' : 'sell'} ${candidate.instrument}${place === 0 ? '' : ` at level ${place + 1}`}`,
    lower: 0,
    upper,
    cost: 0,
    integer: whole,
  });
  return { ...at, column, unit, whole, upper };
}

/** A level only after the one before it, and nothing bought where something is sold. */
function addLevelOrder(builder: ProgramBuilder, columns: readonly TradeColumn[]): void {
  const { instrument } = columns[0]!.candidate;
  for (const trade of columns) {
    const before = columns.find(({ direction, place }) => direction === trade.direction && place === trade.place - 1);
    if (before === undefined) continue;
    const indices = [trade.column, before.column];
    builder.addRow({ name: `levels of ${instrument}`, lower: -Infinity, upper: 0, indices, values: [1, -1] });
  }
  const best = columns.filter(({ place }) => place === 0).map(({ column }) => column);
  if (best.length < 2) return;
  const values = best.map(() => 1);
  builder.addRow({ name: `one side of ${instrument}`, lower: -Infinity, upper: 1, indices: best, values });
}
