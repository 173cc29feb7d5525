import { ProgramBuilder } from '../solver/index.js';
import type { CollateralProblem, PostableAsset, Posting, PostingTerms } from './collateral-problem.js';

/** What the program presses down. */
export type CollateralAim =
  | { readonly kind: 'cost' }
  /** What is missing, over all venues; cost plays no part. */
  | { readonly kind: 'shortfall' }
  /** Cost, where no more than this may be missing over all venues. */
  | { readonly kind: 'costOfMost'; readonly missing: number };

/** One column: units (or lots) of an asset at a venue. */
interface PostingColumn {
  readonly asset: number;
  readonly terms: PostingTerms;
  readonly column: number;
  /** Units of the asset per unit of the column. */
  readonly unit: number;
  readonly whole: boolean;
}

/** The program of a collateral problem, with the meaning of its columns and rows. */
export interface CollateralProgram {
  readonly builder: ProgramBuilder;
  readonly postings: (x: Float64Array) => Posting[];
  /** Row of each venue: what is counted there reaches its requirement. */
  readonly venueRows: readonly number[];
  /** Row of each asset: no more is posted than there is. Null for one that no venue takes. */
  readonly assetRows: readonly (number | null)[];
}

/** Parts of a unit below this share of what there is are rounding of the solver, not a posting. */
const DUST = 1e-9;

/**
 * A column per asset and venue that takes it, in units (in lots, whole, where there are lots); a row per venue and per asset; for
 * smallest postings a binary each, which the posting cannot exceed in size.
 */
export function buildCollateralProgram(problem: CollateralProblem, aim: CollateralAim): CollateralProgram {
  const builder = new ProgramBuilder();
  const isPriced = aim.kind !== 'shortfall';
  const columns = problem.assets.flatMap((asset, place) =>
    asset.terms.map((terms) => addPosting(builder, problem, asset, place, terms, isPriced)),
  );
  const missing = aim.kind === 'cost' ? [] : addMissing(builder, problem, aim);
  const venueRows = problem.venues.map(({ venue, requirement }, v) => {
    const here = columns.filter(({ terms }) => terms.venue === v);
    const counted = here.map(({ asset, terms, unit }) => unit * problem.assets[asset]!.price * (1 - terms.haircut));
    const slack = missing[v] === undefined ? [] : [missing[v]];
    const indices = [...here.map(({ column }) => column), ...slack];
    const values = [...counted, ...slack.map(() => 1)];
    return builder.addRow({ name: `requirement of ${venue}`, lower: requirement, upper: Infinity, indices, values });
  });
  const assetRows = problem.assets.map(({ asset, amount }, a) => {
    const own = columns.filter((one) => one.asset === a);
    if (own.length === 0) return null;
    const values = own.map(({ unit }) => unit);
    const indices = own.map(({ column }) => column);
    return builder.addRow({ name: `amount of ${asset}`, lower: -Infinity, upper: amount, indices, values });
  });
  const postings = (x: Float64Array): Posting[] => columns.flatMap((column) => postingOf(column, x, problem));
  return { builder, postings, venueRows, assetRows };
}

function addPosting(
  builder: ProgramBuilder,
  problem: CollateralProblem,
  { asset, amount, price, lot, minimum }: PostableAsset,
  place: number,
  terms: PostingTerms,
  isPriced: boolean,
): PostingColumn {
  const unit = lot ?? 1;
  // What there is of an asset is its row's business, so that the row has the worth of a unit more; whole numbers need it here too.
  const most = Math.min(amount, terms.mostCounted / (price * (1 - terms.haircut)));
  // An amount that is a multiple of the lot up to rounding must not lose its last lot.
  const wholeLots = Math.floor(most / unit + 1e-9);
  const isIntegral = lot !== null || minimum !== null;
  const upper = lot !== null ? wholeLots : isIntegral ? most : terms.mostCounted / (price * (1 - terms.haircut));
  const name = `${asset} at ${problem.venues[terms.venue]!.venue}`;
  const cost = isPriced ? terms.fundingCost * price * unit : 0;
  const column = builder.addColumn({ name, lower: 0, upper, cost, integer: lot !== null });
  if (minimum !== null) {
    const fewest = minimum / unit;
    const binary = builder.addColumn({ name: `${name} at all`, lower: 0, upper: 1, cost: 0, integer: true });
    const indices = [column, binary];
    builder.addRow({ name: `some ${name}`, lower: -Infinity, upper: 0, indices, values: [1, -upper] });
    builder.addRow({ name: `enough ${name}`, lower: 0, upper: Infinity, indices, values: [1, -fewest] });
  }
  return { asset: place, terms, column, unit, whole: lot !== null };
}

function addMissing(
  builder: ProgramBuilder,
  { venues }: CollateralProblem,
  aim: Exclude<CollateralAim, { kind: 'cost' }>,
): number[] {
  const columns = venues.map(({ venue, requirement }) =>
    builder.addColumn({
      name: `missing at ${venue}`,
      lower: 0,
      upper: requirement,
      cost: aim.kind === 'shortfall' ? 1 : 0,
    }),
  );
  if (aim.kind === 'costOfMost') {
    const values = columns.map(() => 1);
    builder.addRow({ name: 'missing in all', lower: -Infinity, upper: aim.missing, indices: columns, values });
  }
  return columns;
}

function postingOf(
  { asset, terms, column, unit, whole }: PostingColumn,
  x: Float64Array,
  { assets }: CollateralProblem,
): Posting[] {
  const { amount: held } = assets[asset]!;
  const units = whole ? Number((Math.round(x[column]!) * unit).toPrecision(12)) : x[column]!;
  if (!(units > DUST * held)) return [];
  return [{ asset, venue: terms.venue, amount: units > held * (1 - DUST) ? held : units }];
}
