import type {
  SpanChargeMethod,
  SpanCommodity,
  SpanInterSpread,
  SpanIntraSpread,
  SpanMonthLeg,
  SpanSide,
  SpanSpotMonth,
} from '../../domain/index.js';
import { periodCode } from './period-code.js';
import type { SpanDraft } from './span-draft.js';
import { creditPart } from './span-rate.js';
import type { SpnNumbers } from './spn-numbers.js';
import type { XmlNode } from './xml-node.js';

const METHODS: Readonly<Record<string, SpanChargeMethod>> = { F: 'flat', P: 'perMonth', W: 'weightedPrice' };

/** What elements of combined commodities and their spreads are read with. */
export interface SpnTerms {
  readonly file: string;
  readonly numbers: SpnNumbers;
  readonly draft: SpanDraft;
  /** The rate id of maintenance margin, `r`; null where the file defines none. */
  readonly rateId: string | null;
  /** Whether a rate id is of initial margin. */
  readonly isInitialRate: (r: string) => boolean;
}

/** A `ccDef`: a combined commodity, its products, and what is charged within it. */
export function takeCommodity(node: XmlNode, terms: SpnTerms): void {
  const { numbers, draft, file } = terms;
  const name = numbers.required(node, 'cc', 'the code of a combined commodity');
  if (name === '') return;
  for (const link of node.all('pfLink')) {
    const key = `${link.textOf('exch')}|${link.textOf('pfId')}`;
    draft.place(key, { commodity: name, scale: numbers.of(link, 'sc', 1) || 1 });
  }
  for (const one of node.all('liqRate')) draft.notUsed('liquidity charges, <liqRate>', one.at(file));
  for (const one of node.all('basisRates')) draft.notUsed('basis risk charges, <basisRates>', one.at(file));
  const commodity: SpanCommodity = {
    name,
    currency: node.textOf('currency') || 'USD',
    intraSpreads: intraSpreads(node, terms),
    spotMonths: spotMonths(node, terms),
    shortOptionRate: shortOptionRate(node, terms),
    shortOptionMethod: node.textOf('somMeth').toUpperCase().startsWith('MAX') ? 'max' : 'gross',
    initialRatio: initialRatio(node, terms),
  };
  draft.addCommodity(commodity, node.at(file));
}

/** A `dSpread` or `sSpread` of `interSpreads`: between combined commodities, by deltas or scanned together. */
export function takeInterSpread(node: XmlNode, terms: SpnTerms): void {
  const { numbers, draft } = terms;
  const own = rateIn(node, terms);
  const isScanned = node.name === 'sSpread';
  const legs = node.children
    .filter(({ name }) => name === 'tLeg' || name === 'sLeg')
    .map((leg) => ({
      commodity: leg.textOf('cc'),
      ratio: numbers.of(leg, 'i', 1) || 1,
      side: sideOf(leg),
      creditRate: creditPart(rateIn(leg, terms) ?? own ?? 0),
    }));
  if (legs.length < 2) {
    numbers.complain(node, isScanned ? 'sLeg' : 'tLeg', '', 'two legs or more');
    return;
  }
  const name = legs.map(({ commodity }) => commodity).join('/');
  const spread: SpanInterSpread = { name, method: isScanned ? 'scanning' : 'delta', legs };
  draft.interSpreads.push(spread);
}

function intraSpreads(node: XmlNode, terms: SpnTerms): SpanIntraSpread[] {
  const { numbers } = terms;
  const tiers = new Map((node.child('intraTiers')?.all('tier') ?? []).map((tier) => [tier.textOf('tn'), tier]));
  const spreads = node.all('dSpread').flatMap((spread) => {
    const written = spread.textOf('chargeMeth') || 'F';
    const method = METHODS[written.charAt(0)];
    if (method === undefined) numbers.complain(spread, 'chargeMeth', written, 'F, P or W');
    const legs = spread.children.flatMap((leg) => monthLeg(leg, tiers, terms));
    if (legs.length < 2 || method === undefined) return [];
    const isSeries = spread.child('pLeg') !== undefined;
    const name = legs.map(({ from, to }) => (from === to ? from : `${from}-${to}`)).join('/');
    const priority = numbers.of(spread, 'spread') + (isSeries ? 0 : 1e6);
    return [{ priority, spread: { name, legs, method, rate: rateIn(spread, terms) ?? 0 } }];
  });
  return spreads.sort((a, b) => a.priority - b.priority).map(({ spread }) => spread);
}

function monthLeg(leg: XmlNode, tiers: ReadonlyMap<string, XmlNode>, { numbers, draft, file }: SpnTerms) {
  if (leg.name === 'rpLeg') draft.notUsed('spreads by relative position, <rpLeg>', leg.at(file));
  if (leg.name !== 'tLeg' && leg.name !== 'pLeg') return [];
  const tier = leg.name === 'tLeg' ? tiers.get(leg.textOf('tn')) : undefined;
  const field = leg.name === 'tLeg' ? 'tn' : 'pe';
  const from = periodCode(tier?.textOf('sPe') ?? leg.textOf('pe'));
  const to = periodCode(tier?.textOf('ePe') ?? leg.textOf('pe'));
  if (from === null || to === null) {
    const expected = field === 'tn' ? 'a tier of <intraTiers>' : 'a contract period such as 202603';
    numbers.complain(leg, field, leg.textOf(field), expected);
    return [];
  }
  const month: SpanMonthLeg = { from, to, ratio: numbers.of(leg, 'i', 1) || 1, side: sideOf(leg) };
  return [month];
}

function sideOf(leg: XmlNode): SpanSide {
  return leg.textOf('rs') === 'B' ? 'B' : 'A';
}

/** The rate of maintenance margin in a list of rates, else the first; null where there is none. */
function rateIn(node: XmlNode, { numbers, rateId }: SpnTerms): number | null {
  const rates = node.children.filter(({ name }) => name === 'rate' || name === 'pmpsRate');
  const rate = rates.find((one) => one.textOf('r') === rateId) ?? rates[0];
  return rate === undefined ? null : numbers.of(rate, 'val');
}

function spotMonths(node: XmlNode, { numbers, rateId }: SpnTerms): SpanSpotMonth[] {
  const all = node.all('spotRate');
  const own = all.filter((one) => one.textOf('r') === rateId);
  const months = new Map<string, SpanSpotMonth>();
  for (const one of own.length > 0 ? own : all) {
    const month = periodCode(one.textOf('pe'));
    if (month === null) numbers.complain(one, 'pe', one.textOf('pe'), 'a contract period such as 202603');
    else if (!months.has(month))
      months.set(month, { month, outrightRate: numbers.of(one, 'outr'), spreadRate: numbers.of(one, 'sprd') });
  }
  return [...months.values()];
}

/** The largest rate of the tiers: margo has one for the commodity. */
function shortOptionRate(node: XmlNode, terms: SpnTerms): number {
  const tiers = node.child('somTiers')?.all('tier') ?? [];
  const rates = new Set(tiers.map((tier) => rateIn(tier, terms) ?? 0));
  if (rates.size > 1) terms.draft.notUsed('short option minima that differ by tier', tiers[0]!.at(terms.file));
  return Math.max(0, ...rates);
}

function initialRatio(node: XmlNode, { numbers, rateId, isInitialRate }: SpnTerms): number {
  const ratios = node
    .all('adjRate')
    .filter((one) => isInitialRate(one.textOf('r')) && (rateId === null || one.textOf('baseR') === rateId))
    .map((one) => numbers.of(one, 'val', 1));
  return Math.max(1, ...ratios);
}
