import type { CollateralAsset } from '../../domain/index.js';
import type { CollateralFound, CollateralProblem } from '../../optimizer/index.js';
import type {
  CollateralAssetLine,
  CollateralResult,
  CollateralVenueLine,
  PostingLine,
} from '../../schema/collateral-document.js';
import type { Demanded } from './demanded.js';

const DAYS_PER_YEAR = 365;
/** A gap up to this, relative, counts as proven optimal. */
const PROVEN_GAP = 1e-6;

interface Context {
  readonly problem: CollateralProblem;
  readonly demands: readonly Demanded[];
  readonly assets: readonly CollateralAsset[];
  readonly currency: string;
  readonly horizonDays: number;
  readonly relativeGap: number;
}

/** The result of postings that were found: every amount recomputed from them. */
export function collateralResult(context: Context, found: CollateralFound): CollateralResult {
  const { currency, horizonDays, relativeGap } = context;
  const postings = postingLines(context, found);
  const perYear = postings.reduce((sum, { costPerYear }) => sum + costPerYear, 0);
  const bound = Number.isFinite(found.bound) ? Math.min(found.bound, perYear) : null;
  const gap = bound === null ? null : (perYear - bound) / Math.max(1, Math.abs(perYear));
  const venues = venueLines(context, found, postings);
  const short = venues.filter(({ missing }) => missing > 0);
  return {
    currency,
    horizonDays,
    postings,
    venues,
    assets: assetLines(context, found),
    cost: { perYear, horizon: (perYear * horizonDays) / DAYS_PER_YEAR },
    bound,
    gap,
    proven: gap !== null && gap <= (found.boundIsDual ? PROVEN_GAP : Math.max(PROVEN_GAP, relativeGap)),
    proof:
      bound === null
        ? null
        : { kind: found.boundIsDual ? 'linear' : 'integer', multipliers: found.multipliers.map((one) => ({ ...one })) },
    infeasible:
      short.length === 0
        ? null
        : {
            missing: short.reduce((sum, { missing }) => sum + missing, 0),
            venues: short.map(({ venue, missing }) => ({ venue, missing })),
          },
  };
}

function postingLines({ problem, horizonDays }: Context, { postings }: CollateralFound): PostingLine[] {
  return postings
    .map((posting) => {
      const { asset, price, terms } = problem.assets[posting.asset]!;
      const { haircut, fundingCost } = terms.find(({ venue }) => venue === posting.venue)!;
      const value = posting.amount * price;
      const costPerYear = value * fundingCost;
      const line = {
        asset,
        venue: problem.venues[posting.venue]!.venue,
        amount: posting.amount,
        value,
        haircut,
        counted: value * (1 - haircut),
        costPerYear,
        cost: (costPerYear * horizonDays) / DAYS_PER_YEAR,
      };
      return { place: posting.venue, line };
    })
    .sort((a, b) => a.place - b.place || b.line.counted - a.line.counted)
    .map(({ line }) => line);
}

function venueLines(
  { demands }: Context,
  { missing, venueWorth }: CollateralFound,
  postings: readonly PostingLine[],
): CollateralVenueLine[] {
  return demands.map(({ venue, requirement, source }, v) => {
    const posted = postings.filter((one) => one.venue === venue).reduce((sum, { counted }) => sum + counted, 0);
    return {
      venue,
      requirement,
      source,
      posted,
      excess: Math.max(0, posted - requirement),
      missing: missing[v]!,
      shadowPrice: venueWorth?.[v] ?? null,
    };
  });
}

function assetLines({ problem, assets }: Context, { postings, assetWorth }: CollateralFound): CollateralAssetLine[] {
  return problem.assets.map(({ asset, amount, price }, a) => {
    const posted = postings.filter((one) => one.asset === a).reduce((sum, one) => sum + one.amount, 0);
    const used = Math.min(amount, posted);
    return {
      asset,
      price,
      fundingCost: assets[a]!.fundingCost,
      available: amount,
      used,
      idle: amount - used,
      shadowPrice: assetWorth?.[a] ?? null,
    };
  });
}
