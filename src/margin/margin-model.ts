import type { PriceHistory } from '../domain/index.js';
import type { Explanation, Formula, Max } from '../formula/index.js';
import type { JointPoint, MarketView, ScanBlock, ValuedInstrument } from '../scenario/index.js';
import type { TradeRows } from './simm/trade-rows.js';
import type { VenueConfidence } from './venue-requirement.js';

/** What a rule book is built from. A formula holds for every book, whose quantities are no part of it; see `book`. */
export interface ModelInputs {
  /** Positions and candidates; column j of the formula is line j. */
  readonly lines: readonly ValuedInstrument[];
  /**
   * Contracts held, by line; nothing is where absent. For rules that no formula of margo's says for every book (credits of
   * SPAN, concentrations of SIMM): theirs is exact at this book and stands for the rules elsewhere. Such a model looks at
   * held lines, and what is reported of another book is built anew.
   */
  readonly book?: Float64Array;
  /** Levels, rates of currencies and the rows that are no lines (an index, a stable coin). */
  readonly view: MarketView;
  /** The instant of the margin, epoch milliseconds: the view's own, or later for lines that were aged. */
  readonly asOf: number;
  readonly blocks: readonly ScanBlock[];
  /** Standard deviation of a day's log return, by underlying. */
  readonly dailyVolatilities: ReadonlyMap<string, number>;
  /** For a model that uses prices: up to the as-of date, without a blank, of every underlying of the lines. */
  readonly history?: PriceHistory;
  /** For a model that uses sensitivities: those of every trade among the lines, by the trade's name. */
  readonly trades?: TradeRows;
  /** Joint moves to be looked at beside those that the model lists. */
  readonly points?: readonly JointPoint[];
}

/** One move of the market that a rule book looks at. */
export interface RequirementScenario {
  readonly name: string;
  /** Losses of different blocks (underlyings that a venue does not net) add up. */
  readonly block: number;
  /** Fraction of the level by which each underlying moves, in the order of the requirement's `underlyings`. */
  readonly moves: Float64Array;
  /** `up`, `none`, `down`, or a venue's own word (`linear`, `down in points`). */
  readonly volatility: string;
  /** Factor on the loss before scenarios are compared; 1 where a venue's weight is in its losses already. */
  readonly weight: number;
}

/** A scenario with its P&L over quantities: linear under full revaluation, a `min` of linear forms under discounts. */
export interface ScenarioPnl {
  readonly scenario: RequirementScenario;
  readonly pnl: Formula;
}

/** A rule book for one market, in the reporting currency: the two margins as formulas, and the scenarios they look at. */
export interface MarginRequirement {
  readonly initial: Formula;
  readonly maintenance: Formula;
  readonly underlyings: readonly string[];
  readonly scenarios: readonly ScenarioPnl[];
  /** The node of each block's largest loss, where a search may find more scenarios for it. */
  readonly blockRisks?: readonly Max[];
  /** Named amounts of money in the venue's own words: what its reports can be compared with. */
  readonly components: Readonly<Record<string, Formula>>;
  /** Margins by other rules that a rule book's users look at beside it, of a book of `quantities`; absent where there are none. */
  readonly beside?: (quantities: Float64Array) => readonly MarginBeside[];
  readonly confidence: VenueConfidence;
  /** Where `initial` is a figure of `ModelInputs.book` alone: how that comes about, and what stands for it near that book. */
  readonly breakdown?: () => Explanation;
  readonly near?: NearBook;
}

/** A convex formula that is the margin at one book and stands for it near that, for a search; it bounds nothing. */
export interface NearBook {
  /** Why the book is too large for one, as the end of a sentence about it; null where it is not. */
  readonly refusal: () => string | null;
  readonly formula: () => Formula;
}

/** A margin by other rules, in the reporting currency: no part of the requirement. */
export interface MarginBeside {
  readonly name: string;
  readonly amount: number;
}

/** Something in a book, a market or the parameters that a rule book cannot work with; the caller words it as an issue. */
export interface ModelProblem {
  readonly subject: string;
  readonly problem: string;
}
