import { type Issue, makeIssue, type PriceHistory } from '../../../domain/index.js';
import type { CorrelateHedges } from '../../../schema/correlate/correlate-hedges.js';
import type { PreparedRun } from '../../prepare-run.js';
import { movedMargin } from '../../stress/correlations/moved-margin.js';
import { exposuresOf, untestedHedges } from './hedge-lines.js';
import type { HedgesRequest } from './hedges-request.js';
import { MaskedMargins } from './masked-margins.js';
import { offsetGroups } from './offset-groups.js';
import { offsetPairs } from './offset-pairs.js';
import { testedHedges } from './tested-hedges.js';

/** What offsets what inside a book, in margin money, what else would, and whether it held when it was needed. */
export function hedgesSection(
  run: PreparedRun,
  { book, stressDays, threshold }: HedgesRequest,
  prices: PriceHistory | null,
): { readonly section: CorrelateHedges; readonly issues: readonly Issue[] } {
  const margins = new MaskedMargins(run);
  const { underlyings } = margins;
  const { pairs, omitted } = offsetPairs(margins, movedMargin(run));
  const [margin, standalone] = [margins.of(underlyings), margins.apart(underlyings)];
  const asOf = new Date(run.view.asOf).toISOString().slice(0, 10);
  const terms = { prices, asOf, days: stressDays, threshold };
  const tested = testedHedges(untestedHedges(run, margins), exposuresOf(run), terms);
  const alone = underlyings.length === 1 ? [makeIssue('COR_NOTHING_OFFSETS', { subject: underlyings[0] ?? '' })] : [];
  return {
    section: {
      model: run.model.id,
      parameters: run.parameters.id,
      currency: book.currency,
      margin,
      standalone,
      offset: standalone - margin,
      pairs: pairs.map((pair) => ({ ...pair })),
      pairsLeftOut: omitted,
      groups: offsetGroups(margins).map((group) => ({ ...group, names: [...group.names] })),
      hedges: [...tested.hedges],
      threshold,
      windowDays: stressDays,
      windows: tested.windows.map((window) => ({ ...window })),
    },
    issues: [...alone, ...tested.issues],
  };
}
