import { type CollateralDemand, type Issue, makeIssue, type Parsed } from '../../domain/index.js';

/** Demands as the command line gives them, `Deribit=1.2e6` or `Deribit=margin.json`; a venue of the file is replaced. */
export function withRequired(
  venues: readonly CollateralDemand[],
  texts: readonly string[],
): Parsed<readonly CollateralDemand[]> {
  const issues: Issue[] = [];
  const demands = new Map(venues.map((demand) => [demand.venue, demand]));
  for (const text of texts) {
    const demand = demandOf(text);
    if (demand === null) issues.push(makeIssue('CFG_REQUIRE_TEXT', { field: '--require', value: text }));
    else demands.set(demand.venue, demand);
  }
  return { value: [...demands.values()], issues };
}

function demandOf(text: string): CollateralDemand | null {
  const cut = text.indexOf('=');
  const [venue, wanted] = [text.slice(0, cut).trim(), text.slice(cut + 1).trim()];
  if (cut < 0 || venue === '' || wanted === '') return null;
  const amount = /^[-+\d.]/.test(wanted) ? Number(wanted.replaceAll(/[_,]/g, '')) : Number.NaN;
  if (Number.isNaN(amount)) return { venue, requirement: { kind: 'document', path: wanted }, origin: null };
  if (!(amount >= 0 && amount <= 1e15)) return null;
  return { venue, requirement: { kind: 'amount', amount }, origin: null };
}
