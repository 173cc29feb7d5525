import type { Instrument, StressMove, StressMoveKind, StressScenario } from '../domain/index.js';

/** A price never falls below this part of itself, as in the scenarios of a margin. */
const PRICE_FLOOR = 0.01;
/** Annual; options are not priced without any. */
const VOLATILITY_FLOOR = 1e-4;

/** What a move looks at of an option. */
export interface OptionTerms {
  readonly instrument: Instrument;
  /** Days to expiry and forward, both before the scenario. */
  readonly days: number;
  readonly forward: number;
}

/**
 * The moves of one scenario, joined: what becomes of a level, a forward, a volatility, a rate. Fractions multiply (`product`) or
 * add up (`sum`); amounts are added after them.
 */
export class MarketMoves {
  /** By which time moves on. */
  readonly days: number;
  /** Whether any price, volatility or rate moves. */
  readonly movesPrices: boolean;
  /** Whatever was stopped at its floor. */
  readonly floored = new Set<string>();
  readonly #scenario: StressScenario;

  constructor(scenario: StressScenario) {
    this.#scenario = scenario;
    this.days = this.#of('time', null).reduce((total, { amount }) => total + amount, 0);
    this.movesPrices = scenario.moves.some(({ kind }) => kind !== 'time');
  }

  /** Level after over level before. */
  levelFactor(underlying: string, level: number): number {
    const moves = this.#of('level', underlying);
    return moves.length === 0 ? 1 : this.#priceFactor(moves, level, underlying);
  }

  /**
   * The forward of an expiry after the scenario: in proportion to the level, then by its own moves.
   *
   * @param level of the underlying, before
   */
  forward(underlying: string, expiry: number | null, forward: number, level: number): number {
    const carried = forward * this.levelFactor(underlying, level);
    if (expiry === null) return carried;
    const date = dateOf(expiry);
    const own = this.#of('forward', underlying).filter((move) => move.expiry === date);
    return own.length === 0 ? carried : carried * this.#priceFactor(own, carried, `${underlying} ${date}`);
  }

  /** The annual volatility of an option after the scenario. */
  volatility({ instrument, days, forward }: OptionTerms, volatility: number): number {
    const moneyness = (instrument.strike ?? forward) / forward;
    const date = instrument.expiry === null ? null : dateOf(instrument.expiry);
    const moves = this.#of('volatility', instrument.underlying).filter(
      ({ expiry, bucket: { minDays, maxDays, minMoneyness, maxMoneyness } }) =>
        (expiry === null || expiry === date) &&
        within(days, minDays, maxDays) &&
        within(moneyness, minMoneyness, maxMoneyness),
    );
    if (moves.length === 0) return volatility;
    const moved = this.#joined(moves, volatility);
    if (moved >= VOLATILITY_FLOOR) return moved;
    this.floored.add(`the volatility of ${instrument.name}`);
    return Math.min(volatility, VOLATILITY_FLOOR);
  }

  /** What is added to the continuous annual rate. */
  rateChange(underlying: string): number {
    return this.#of('rate', underlying).reduce((total, { amount }) => total + amount, 0);
  }

  #of(kind: StressMoveKind, underlying: string | null): readonly StressMove[] {
    return this.#scenario.moves.filter((move) => move.kind === kind && (move.of === null || move.of === underlying));
  }

  #priceFactor(moves: readonly StressMove[], price: number, name: string): number {
    const factor = this.#joined(moves, price) / price;
    if (factor >= PRICE_FLOOR) return factor;
    this.floored.add(name);
    return PRICE_FLOOR;
  }

  #joined(moves: readonly StressMove[], figure: number): number {
    const fractions = moves.filter(({ absolute }) => !absolute).map(({ amount }) => amount);
    const added = moves.filter(({ absolute }) => absolute).reduce((total, { amount }) => total + amount, 0);
    const factor =
      this.#scenario.combine === 'sum'
        ? fractions.reduce((total, fraction) => total + fraction, 1)
        : fractions.reduce((total, fraction) => total * (1 + fraction), 1);
    return figure * factor + added;
  }
}

function within(value: number, min: number | null, max: number | null): boolean {
  return (min === null || value >= min) && (max === null || value < max);
}

/** UTC date of an instant. */
function dateOf(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}
