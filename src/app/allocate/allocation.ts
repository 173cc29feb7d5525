import { type ColumnPlace, columnMover, renamedFormula, sparseAffine, sum } from '../../formula/index.js';
import type { Candidate, HedgeProblem, HedgeTrade, ResolvedLimit } from '../../optimizer/index.js';
import { holdingBounds } from './holding-bounds.js';
import type { Move } from './move.js';
import { movedName } from './moves.js';
import type { VenueRun } from './venue-run.js';

/** The columns of an allocation: the lines of every venue, which stay as they are, and then one column per move. */
export class Allocation {
  readonly venues: readonly VenueRun[];
  readonly moves: readonly Move[];
  /** Column of each venue's first line. */
  readonly #first: readonly number[];
  readonly #lines: number;

  constructor(venues: readonly VenueRun[], moves: readonly Move[]) {
    this.venues = venues;
    this.moves = moves;
    let lines = 0;
    this.#first = venues.map(({ run }) => {
      lines += run.lines.length;
      return lines - run.lines.length;
    });
    this.#lines = lines;
  }

  /**
   * The search for the best allocation as a hedge problem. What moves is a column of its own that takes from a line of one venue and
   * gives to a line of another, so the sum of the margins is a formula over the columns like any other.
   */
  problem(marginWeight: number, wholeLots: boolean, mostMoves: number | null): HedgeProblem {
    const present = new Float64Array(this.#lines + this.moves.length);
    for (const [v, { run }] of this.venues.entries()) present.set(run.quantities, this.#first[v]);
    const parts = this.venues.map(({ name, run }, v) => {
      const places = run.lines.map((_, line) => this.#places(v, line));
      const own = renamedFormula(run.requirement.initial, (node) => `${name}: ${node}`);
      return columnMover(places)(own);
    });
    const limits = this.#holdingLimits();
    return {
      present,
      candidates: this.moves.map((move, m) => this.#candidate(move, m)),
      limits: mostMoves === null ? limits : [...limits, moveCount(mostMoves)],
      margin: sum('initial margins of all venues', parts),
      marginWeight,
      wholeLots,
    };
  }

  /** Contracts held at a venue after some moves, by line. */
  quantitiesAt(venue: number, trades: readonly HedgeTrade[]): Float64Array {
    const after = this.venues[venue]!.run.quantities.slice();
    const change = (line: number, by: number): void => {
      const held = after[line]! + by;
      after[line] = Math.abs(held) < DUST ? 0 : Number(held.toPrecision(DIGITS));
    };
    for (const { line, direction, quantity } of trades) {
      const { pair, fromLine, toLine } = this.moveOf(line);
      if (pair.from.venue === venue) change(fromLine, -direction * quantity);
      if (pair.to.venue === venue) change(toLine, direction * quantity * pair.ratio);
    }
    return after;
  }

  /** The move of a column. */
  moveOf(column: number): Move {
    return this.moves[column - this.#lines]!;
  }

  #places(venue: number, line: number): ColumnPlace[] {
    const own: ColumnPlace[] = [{ column: this.#first[venue]! + line, factor: 1 }];
    for (const [m, { pair, fromLine, toLine }] of this.moves.entries()) {
      const column = this.#lines + m;
      if (pair.from.venue === venue && fromLine === line) own.push({ column, factor: -1 });
      if (pair.to.venue === venue && toLine === line) own.push({ column, factor: pair.ratio });
    }
    return own;
  }

  #candidate({ pair, line, forwards, backwards, lot }: Move, m: number): Candidate {
    return {
      instrument: movedName(pair, this.venues),
      line: this.#lines + m,
      asks: forwards,
      bids: backwards,
      lot,
      notional: line.notional,
    };
  }

  #holdingLimits(): ResolvedLimit[] {
    return holdingBounds(this.moves, this.venues).map(({ slot, line, min, max }) => {
      const places = this.#places(slot.venue, line);
      const name = `${slot.instrument} at ${this.venues[slot.venue]!.name}`;
      const columns = places.map(({ column }) => column);
      const factors = places.map(({ factor }) => factor);
      const formula = sparseAffine(name, columns, factors, 0);
      const before = this.venues[slot.venue]!.run.quantities[line]!;
      const limit = { kind: 'position', scope: name, min: null, max: null, priority: 'hard', origin: null } as const;
      return { limit, name, scope: name, unit: 'contracts', measure: { kind: 'book', formula }, min, max, before };
    });
  }
}

/** Contracts below this are rounding, as are digits beyond these. */
const DUST = 1e-9;
const DIGITS = 12;

function moveCount(most: number): ResolvedLimit {
  const limit = { kind: 'trades', scope: 'total', min: null, max: null, priority: 'hard', origin: null } as const;
  const ends = { min: -Infinity, max: most, before: 0 };
  return { limit, name: 'moves', scope: 'total', unit: 'moves', measure: { kind: 'count' }, ...ends };
}
