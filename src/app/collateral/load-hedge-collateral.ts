import {
  type CollateralAsset,
  type CollateralDemand,
  hasErrors,
  type Io,
  type Issue,
  makeIssue,
} from '../../domain/index.js';
import { type CollateralFile, readCollateral, type Source } from '../../ingest/index.js';
import { didYouMean } from '../did-you-mean.js';
import type { OptimizeRequest } from '../request.js';
import { type Demanded, demandedBy } from './demanded.js';

/** The assets a hedged book's margin can be met with, and what other venues ask of the same ones. */
export interface HedgeCollateral {
  /** The venue at which the book is. */
  readonly venue: string;
  readonly assets: readonly CollateralAsset[];
  readonly others: readonly Demanded[];
}

interface Loaded {
  /** Null where none is asked for, and with errors among the issues. */
  readonly collateral: HedgeCollateral | null;
  readonly issues: Issue[];
  readonly sources: Source[];
}

/**
 * The collateral file of a hedge search, with the requirements of the venues at which the book is not. What the file says of the
 * book's own venue is not looked at: that is the margin that is searched.
 */
export async function loadHedgeCollateral(request: OptimizeRequest, io: Io): Promise<Loaded> {
  const asked = request.collateral ?? null;
  if (asked === null) return { collateral: null, issues: [], sources: [] };
  const { value: file, issues: read, source } = await readCollateral(asked.file, io);
  const issues: Issue[] = [...read];
  const sources = [source];
  if (hasErrors(issues)) return { collateral: null, issues, sources };
  const venue = asked.venue ?? onlyVenue(asked.file, file, issues);
  const takers = venuesOf(file.assets);
  if (venue !== null && !takers.includes(venue)) {
    const facts = { subject: asked.file, field: '--collateral-venue', value: venue, expected: takers.join(', ') };
    issues.push(makeIssue('COL_UNKNOWN_VENUE', { ...facts, hint: didYouMean(venue, takers) }));
  }
  const others: Demanded[] = [];
  for (const demand of file.venues) {
    if (venue === null || demand.venue === venue || hasErrors(issues)) continue;
    const answer = await demandedBy(whereItIs(demand, request.robustFiles), asCollateral(request, asked.file), io);
    issues.push(...answer.issues);
    sources.push(...answer.sources);
    if (answer.demanded !== null) others.push(answer.demanded);
  }
  const collateral = venue === null || hasErrors(issues) ? null : { venue, assets: file.assets, others };
  return { collateral, issues, sources };
}

function onlyVenue(path: string, { assets, venues }: CollateralFile, issues: Issue[]): string | null {
  const names = venues.length > 0 ? venues.map(({ venue }) => venue) : venuesOf(assets);
  const [only, ...more] = names;
  if (only !== undefined && more.length === 0) return only;
  if (only === undefined) issues.push(makeIssue('COL_NO_VENUE', { field: 'venues' }));
  else
    issues.push(makeIssue('COL_WHICH_VENUE', { subject: path, field: '--collateral-venue', detail: names.join(', ') }));
  return null;
}

function venuesOf(assets: readonly CollateralAsset[]): string[] {
  return [...new Set(assets.flatMap(({ eligible }) => [...eligible.keys()]))];
}

/** A demand whose files lie elsewhere now than its file says. */
function whereItIs(demand: CollateralDemand, files: Readonly<Record<string, string>>): CollateralDemand {
  const { venue, requirement } = demand;
  const found = (role: string, path: string): string => files[`${role} of ${venue}`] ?? path;
  switch (requirement?.kind) {
    case 'document':
      return { ...demand, requirement: { ...requirement, path: found('requirement', requirement.path) } };
    case 'book': {
      const { positions, market } = requirement;
      const moved = { positions: found('positions', positions), market: market && found('market', market) };
      return { ...demand, requirement: { ...requirement, ...moved } };
    }
    default:
      return demand;
  }
}

/** What else a book at another venue is margined with: the run's own inputs, but none of its limits. */
function asCollateral(request: OptimizeRequest, assets: string) {
  const { horizonDays, timeLimit, relativeGap, positions: _, ...common } = request;
  const own = { account: null, limits: null, limitTexts: [], keepTexts: [], requirements: [] };
  return { ...common, ...own, assets, horizonDays, timeLimit, relativeGap };
}
