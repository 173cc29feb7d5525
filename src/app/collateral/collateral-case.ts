import { type CollateralAsset, type Issue, makeIssue, type Parsed } from '../../domain/index.js';
import type { CollateralProblem, PostableAsset } from '../../optimizer/index.js';
import type { CurrencyRates } from '../../scenario/index.js';
import type { Demanded } from './demanded.js';

/**
 * The problem of meeting some demands with some assets. A price is the file's, else the market's level; the reporting currency
 * itself, and with a market dollar coins, are worth what they are.
 *
 * @param rates levels of the market; null without one
 */
export function collateralCase(
  assets: readonly CollateralAsset[],
  demands: readonly Demanded[],
  currency: string,
  rates: CurrencyRates | null,
): Parsed<CollateralProblem> {
  const issues: Issue[] = [];
  const postable: PostableAsset[] = [];
  const idleVenues = new Map<string, string[]>();
  for (const asset of assets) {
    const price = asset.price ?? (asset.asset === currency ? 1 : (rates?.rateOf(asset.asset)?.rate ?? null));
    if (price === null) issues.push(makeIssue('COL_NO_PRICE', { subject: asset.asset, detail: currency }));
    const terms = [...asset.eligible].flatMap(([venue, { haircut, cap, fundingCost }]) => {
      const place = demands.findIndex((demand) => demand.venue === venue);
      if (place < 0) {
        idleVenues.set(venue, [...(idleVenues.get(venue) ?? []), asset.asset]);
        return [];
      }
      const share = cap?.kind === 'share' ? cap.value * demands[place]!.requirement : cap?.value;
      const annual = fundingCost ?? asset.fundingCost;
      const part = cap?.kind === 'share' ? { shareCounted: cap.value } : {};
      return [{ venue: place, haircut, mostCounted: share ?? Infinity, fundingCost: annual, ...part }];
    });
    const { amount, lot, minimum } = asset;
    postable.push({ asset: asset.asset, amount, price: price ?? 1, lot, minimum, terms });
  }
  for (const [venue, names] of idleVenues) {
    issues.push(makeIssue('COL_NOT_A_VENUE', { subject: names.join(', '), detail: venue }));
  }
  const venues = demands.map(({ venue, requirement }) => ({ venue, requirement }));
  return { value: { venues, assets: postable }, issues };
}
