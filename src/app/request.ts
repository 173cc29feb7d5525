import type { SecondAsked } from '../optimizer/index.js';
import type { AttributionBy } from './attribution-groups.js';
import type { CandidateFilters } from './candidate-filters.js';
import type { ScenarioMode } from './ellipsoid/scenario-mode.js';
import type { FrontierAxis } from './frontier/frontier-resource.js';
import type { HorizonRule } from './horizon/horizon-margin.js';
import type { Tolerance } from './tolerance.js';

/** What every use case needs to know, resolved from flags, MARGO_OPTIONS, the configuration file and defaults. */
export interface CommonRequest {
  /** Paths; `-` is standard input (at most one of them). */
  readonly positions: string;
  readonly market: string | null;
  readonly correlations: string | null;
  readonly prices: string | null;
  /** Further trades on offer, for a model of sensitivities, whose positions are such a file too; null or absent for none. */
  readonly crif?: string | null;
  /** Cash dividends ahead; null or absent for none. */
  readonly dividends?: string | null;
  readonly account: string | null;
  /** A clearing house's SPAN risk parameter file, for the model `span`; null or absent for none. */
  readonly span?: string | null;
  readonly limits: string | null;
  /** Limits as text, `delta BTC -2..2`. */
  readonly limitTexts: readonly string[];
  /** What is to stay near today's figure, as text: `delta 5%, vega BTC 10%`, `payoff 5%`. */
  readonly keepTexts: readonly string[];
  readonly model: string;
  readonly parameters: string | null;
  /** Dotted overrides of model parameters, without the leading `model.`. */
  readonly parameterOverrides: Readonly<Record<string, unknown>>;
  /** Epoch milliseconds; null means the market's own timestamp, else the clock. */
  readonly asOf: number | null;
  readonly currency: string;
  readonly noRepair: boolean;
  /** Venue whose naming rules win when a name fits several; null lets the name decide. */
  readonly venue: string | null;
  readonly seed: number;
  /** Whether the margin is that against every joint move; absent for the listed ones. */
  readonly scenarioMode?: ScenarioMode;
  /** Options in effect, for the manifest. */
  readonly optionsInEffect: Readonly<Record<string, unknown>>;
}

export interface MarginRequest extends CommonRequest {
  /** Exit 1 when the initial margin is above this, in reporting currency; null for no threshold. */
  readonly failAbove: number | null;
}

/** At what prices trades are done, and what they pay. */
export interface ExecutionRequest {
  /** A file of order books; null trades at the best quotes alone. */
  readonly depth: string | null;
  /** Id of a fee schedule, which goes before the market rows' own fees; null for those. */
  readonly fees: string | null;
  /** Whether the schedule's maker fees are paid, not the taker's. */
  readonly maker: boolean;
}

export interface OptimizeRequest extends CommonRequest, ExecutionRequest {
  /** A file of instrument names, or a pattern such as `BTC-*-P`; null means every quoted instrument. */
  readonly candidates: string | null;
  /** Whose trades are wanted at all: patterns, directions, closing. */
  readonly filters: CandidateFilters;
  /** Annual cost of capital as a decimal; null weighs a unit of margin like a unit of cost. */
  readonly capitalCost: number | null;
  readonly horizonDays: number;
  /** Whose margin is made small: today's, the average over the horizon, or the highest of its dates. */
  readonly horizonRule: HorizonRule;
  /** Candidates must have at least this many days left; null means the horizon, or any life where the rule looks at later dates. */
  readonly minDays: number | null;
  /** At most this many trades; null for no limit. */
  readonly maxTrades: number | null;
  /** At most this many instruments traded of each underlying and expiry; null for no limit. */
  readonly maxPerExpiry: number | null;
  /** Least size of a trade in contracts, and in money of underlying exposure; null for none. */
  readonly minTicket: number | null;
  readonly minTicketNotional: number | null;
  /** Whether each price level is taken whole or not at all. */
  readonly allOrNone: boolean;
  /** Whether quantities must be multiples of the lot. */
  readonly lots: boolean;
  readonly solver: 'highs' | 'js';
  /** Seconds; null for no limit. */
  readonly timeLimit: number | null;
  readonly relativeGap: number;
  readonly requireImprovement: boolean;
  /** Whether reasons that take further solves are worked out, too. */
  readonly explain: boolean;
  /** What of the trades is made small among the books that are as good; null for nothing. */
  readonly secondAim: SecondAsked | null;
  /** A file of cases to hedge against at once, or models parted by commas; null for the request's own alone. */
  readonly robust: string | null;
  /** Where files that a file of cases or of collateral names lie now, by their role in the manifest; the others are where it says. */
  readonly robustFiles: Readonly<Record<string, string>>;
  /** What margin is met with, its cost in place of a cost of capital; null or absent for that. */
  readonly collateral?: CollateralAsked | null;
}

/** A file of assets, and which of its venues the book is at; null for the only one. */
export interface CollateralAsked {
  readonly file: string;
  readonly venue: string | null;
}

export interface FrontierRequest extends OptimizeRequest {
  /** The resource of which more and more may be used. */
  readonly along: FrontierAxis;
  /** Whose cost or vega: total, an underlying, an expiry, an instrument pattern. */
  readonly scope: string;
  /** So many points, evenly spaced; by trades up to so many trades. */
  readonly points: number;
}

export interface WhatIfRequest extends CommonRequest, ExecutionRequest {
  readonly trades: string;
  readonly horizonDays: number;
  /** What is shown beside today's margin: nothing, or the margin by date with its average or its highest. */
  readonly horizonRule: HorizonRule;
}

export interface CompareRequest extends CommonRequest {
  /** Models by id or `ID@SET`; none means all. `model` and `parameters`, which are of one rule book, are not looked at. */
  readonly models: readonly string[];
  /** Exit 1 when the lowest initial margin is above this, in reporting currency; null for no threshold. */
  readonly failAbove: number | null;
}

export interface AttributeRequest extends CommonRequest {
  /** What the lines are. */
  readonly by: AttributionBy;
  /** So many lines with the largest components, the others as one; null for all. */
  readonly top: number | null;
}

/** A book over several venues. `market`, `model` and `parameterOverrides` are of venues that name none of their own. */
export interface AllocateRequest extends CommonRequest {
  /** The venues, their models, markets and transfer costs. */
  readonly allocate: string;
  readonly capitalCost: number | null;
  readonly horizonDays: number;
  /** At most this many moves; null for no limit. */
  readonly maxTrades: number | null;
  readonly lots: boolean;
  readonly solver: 'highs' | 'js';
  /** Seconds; null for no limit. */
  readonly timeLimit: number | null;
  readonly relativeGap: number;
  readonly requireImprovement: boolean;
}

export interface CollateralRequest extends Omit<CommonRequest, 'positions'> {
  /** A file of assets, and of the venues that ask for them. */
  readonly assets: string;
  /** Requirements as text, `Deribit=1.2e6` or `Deribit=margin.json`; they replace those of the file. */
  readonly requirements: readonly string[];
  /** Days over which the cost is told beside that of a year. */
  readonly horizonDays: number;
  /** Seconds; null for no limit. */
  readonly timeLimit: number | null;
  readonly relativeGap: number;
}

export interface ReconcileRequest extends Omit<CommonRequest, 'positions'> {
  /** A file of books with what venues report of them; what a case says itself wins over the rest of the request. */
  readonly cases: string;
  readonly tolerance: Tolerance;
}

export interface StressRequest extends CommonRequest {
  /** Parts by name, parted by commas; none means all that the inputs permit. */
  readonly what: readonly string[];
  /** A file of scenarios. */
  readonly scenariosFile: string | null;
  /** Whether P&L is told by instrument, too. */
  readonly byInstrument: boolean;
  /** Price dates from the start of a window of history to its end. */
  readonly windowDays: number;
  /** So many of the worst windows. */
  readonly worst: number;
  /** Windows that share days with a worse one are left out. */
  readonly episodes: boolean;
  /** Windows that end on these dates, `2020-03-09,2020-03-12`, or on every date of `2020-03-02..2020-03-31`, in place of the worst. */
  readonly dates: readonly string[];
  /** Prices outside of these dates are not looked at; epoch milliseconds. */
  readonly from: number | null;
  readonly to: number | null;
  /** Last day of the roll-forward, epoch milliseconds. */
  readonly until: number | null;
  /** Groups of underlyings that part from all others, `BTC,ETH` each; none means those found by clustering. */
  readonly blocks: readonly string[];
  /** The pair whose correlation the curve runs over, `BTC,ETH`; null for the one that matters most. */
  readonly pair: string | null;
  /** How far each pair's correlation is moved either way. */
  readonly pairMove: number;
  /** So many regimes of the prices, found over rolling windows of so many returns. */
  readonly regimes: number;
  readonly regimeWindow: number;
  /** How far each pair may go in the worst matrix, and how far (Frobenius) that may be from the present one; null for no such bound. */
  readonly within: number | null;
  /** A file of bounds of correlations, for the worst matrix; null for none. */
  readonly correlationBounds: string | null;
  readonly distance: number | null;
  /** A file of ranges of the model's parameters; null for none. */
  readonly parameterRanges: string | null;
  /** Whether parameters without effect are listed, not only counted. */
  readonly allParameters: boolean;
  /** Exit 1 when the initial margin of some state is above this, in reporting currency; null for no threshold. */
  readonly failAbove: number | null;
  /** Exit 1 when the loss in some state is above this; null for no threshold. */
  readonly maxLoss: number | null;
}
