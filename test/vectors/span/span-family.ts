import { evaluate } from '../../../src/formula/index.js';
import { span } from '../../../src/margin/span/index.js';
import type { JsonFacts } from '../derive/json-facts.js';
import type { Comparison, VectorFamily } from '../vector-case.js';
import { allowed, type EntryOutcome, figureOf, runDocuments, type VenueEntry } from '../venues/venue-documents.js';
import { type BookLine, futureLosses, spanInputs, spanOf } from './span-book.js';

const EXACT = { relative: 1e-10 };
/** CME prints the combined array to a tenth. */
const PRINTED = { absolute: 0.0501 };

/** CME SPAN step by step: scans, spreads scanned together, credits, charges between months, option value, deltas. */
export const spanFamily: VectorFamily = {
  name: 'span',
  run: (folder) => runDocuments('span', folder, entriesOf),
};

function entriesOf(document: JsonFacts): readonly VenueEntry[] {
  const entry = (key: string, of: (facts: JsonFacts) => readonly VenueEntry[]): readonly VenueEntry[] =>
    document.has(key) ? of(document.object(key)) : [];
  return [
    ...entry('a_mcmillan', (facts) => casesOf('a_mcmillan', facts, arrayScan)),
    ...entry('b_cme_scanning_based_inter_spread', (facts) => [
      named('b_cme_scanning_based_inter_spread', scannedTogether, facts),
    ]),
    ...entry('c_cme_inter_commodity_credit', (facts) => [named('c_cme_inter_commodity_credit', interCredit, facts)]),
    ...entry('d_cme_intra_spread_charges', (facts) =>
      casesOf('d_cme_intra_spread_charges', facts, (one) => interMonth(facts, one)),
    ),
    ...entry('g_nse', (facts) => casesOf('g_nse', facts, optionValue)),
    ...entry('h_kdpw_partial', (facts) => [named('h_kdpw_partial', deltas, facts)]),
  ];
}

function named(name: string, of: (facts: JsonFacts) => EntryOutcome, facts: JsonFacts): VenueEntry {
  return { name, compare: () => of(facts) };
}

function casesOf(name: string, facts: JsonFacts, of: (one: JsonFacts) => EntryOutcome): VenueEntry[] {
  return facts.list('cases', 'required').map((one, k) => ({ name: `${name} ${k + 1}`, compare: () => of(one) }));
}

function arrayScan(one: JsonFacts): Comparison[] {
  const losses = Float64Array.from(one.numbers('pnl'), (pnl) => -pnl);
  const { maintenance } = spanOf([{ commodity: 'SP', quantity: 1, losses }]);
  return figureOf(one, 'scanRisk', () => maintenance, EXACT);
}

function scannedTogether(facts: JsonFacts): Comparison[] {
  const products = facts.list('positions', 'required');
  const arrays = facts.object('lossByScenario');
  const rate = facts.number('creditRate');
  const names = products.map((product) => product.text('product').split(' ')[0]!);
  const lines = names.map(
    (commodity): BookLine => ({ commodity, quantity: 1, losses: Float64Array.from(arrays.numbers(commodity)) }),
  );
  const legs = names.map((commodity, k) => ({
    commodity,
    ratio: 1,
    side: k === 0 ? ('A' as const) : ('B' as const),
    creditRate: rate,
  }));
  const inputs = spanInputs(lines, { interSpreads: [{ name: 'curve', method: 'scanning', legs }] });
  const { maintenance, components } = span(inputs);
  const scan = components[`${names.join(' + ')} scan risk`]!;
  const children = scan.kind === 'max' ? scan.children : [];
  return [
    ...facts.numbers('combined').map((theirs, j): Comparison => {
      const ours = children[j] === undefined ? Number.NaN : evaluate(children[j], inputs.book);
      return { field: `scenario ${j + 1}`, ours, theirs, tolerance: allowed(theirs, PRINTED) };
    }),
    ...figureOf(facts, 'groupScanRisk', () => evaluate(maintenance, inputs.book), EXACT),
  ];
}

function interCredit(facts: JsonFacts): Comparison[] {
  const legs = facts.list('legs', 'required');
  const lines = legs.map(
    (leg, k): BookLine => ({
      commodity: leg.text('product'),
      quantity: (k === 0 ? 1 : -1) * leg.number('ratio'),
      losses: futureLosses(leg.number('outright')),
    }),
  );
  const spread = legs.map((leg, k) => ({
    commodity: leg.text('product'),
    ratio: leg.number('ratio'),
    side: k === 0 ? ('A' as const) : ('B' as const),
    creditRate: facts.number('creditRate'),
  }));
  const { maintenance, step } = spanOf(lines, { interSpreads: [{ name: 'crush', method: 'delta', legs: spread }] });
  const all = (name: string): number => legs.reduce((total, leg) => total + step(`${leg.text('product')} ${name}`), 0);
  return [
    ...figureOf(facts, 'gross', () => all('scan risk'), EXACT),
    ...figureOf(facts, 'credit', () => all('inter-commodity credit'), EXACT),
    ...figureOf(facts, 'netMargin', () => maintenance, EXACT),
  ];
}

function interMonth(facts: JsonFacts, one: JsonFacts): Comparison[] {
  const [outrights, charges, held] = [facts.object('outrights'), facts.object('charges'), one.object('pos')];
  const months = ['M1', 'M2', 'M3', 'M4', 'M5'].filter((month) => held.has(month));
  const lines = months.map(
    (month): BookLine => ({
      commodity: 'CL',
      month,
      quantity: held.number(month),
      losses: futureLosses(outrights.number(month)),
    }),
  );
  const pairs = ['M2-M3', 'M2-M4', 'M3-M4'].filter((pair) => charges.has(pair));
  const intraSpreads = pairs.map((pair) => {
    const [near = '', far = ''] = pair.split('-');
    const leg = (month: string, side: 'A' | 'B') => ({ from: month, to: month, ratio: 1, side });
    return { name: pair, legs: [leg(near, 'A'), leg(far, 'B')], method: 'flat' as const, rate: charges.number(pair) };
  });
  const { maintenance, step } = spanOf(lines, { commodities: { CL: { intraSpreads } } });
  return [
    ...figureOf(one, 'scan', () => step('CL scan risk'), EXACT),
    ...figureOf(one, 'charge', () => step('CL inter-month charge'), EXACT),
    ...figureOf(one, 'margin', () => maintenance, EXACT),
  ];
}

/** Scan risk and option value are given; what they come to is compared. */
function optionValue(one: JsonFacts): EntryOutcome {
  if (!one.has('scanRisk')) return { reason: 'its risk array is not given' };
  const option = { kind: 'option' as const, right: 'C' as const, strike: 1 };
  const losses = futureLosses(-one.number('scanRisk'));
  const { called } = spanOf([
    { commodity: 'NIFTY', quantity: -1, ...option, losses, price: -one.number('netOptionValue') },
  ]);
  return figureOf(one, 'span', () => called, EXACT);
}

function deltas(facts: JsonFacts): Comparison[] {
  const rows = facts.list('deltas', 'required');
  const net = facts.object('netW20');
  const isFuture = (row: JsonFacts): boolean => row.text('c').startsWith('F');
  const deltaOf = (which: (row: JsonFacts) => boolean): number => {
    const lines = rows.filter(which).map((row): BookLine => {
      // A row with all three parts is worked out from them; the others state the product alone.
      const whole = row.has('qty') && row.has('ratio');
      return whole
        ? { commodity: 'W20', quantity: row.number('qty'), deltaScale: row.number('ratio') }
        : { commodity: 'W20', quantity: 1, delta: row.number('delta') };
    });
    const { books, book } = spanInputs(lines);
    return [...books[0]!.lines.deltasOf(book).values()].reduce((total, delta) => total + delta, 0);
  };
  return [
    ...figureOf(net, 'futures', () => deltaOf(isFuture), EXACT),
    ...figureOf(net, 'options', () => deltaOf((row) => !isFuture(row)), EXACT),
  ];
}
