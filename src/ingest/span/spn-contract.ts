import type { SpanContract } from '../../domain/index.js';
import { periodCode } from './period-code.js';
import type { DraftContract, SpanDraft } from './span-draft.js';
import type { SpnNumbers } from './spn-numbers.js';
import type { XmlNode } from './xml-node.js';

const SCENARIOS = 16;

/** What elements of contracts are read with. */
export interface SpnContracts {
  readonly file: string;
  readonly numbers: SpnNumbers;
  readonly draft: SpanDraft;
  readonly rateId: string | null;
  /** Periods of contracts that others deliver, by exchange, product and contract. */
  readonly periods: Map<string, string>;
  readonly exchange: string;
}

/** A `fut` or `phy` with the product it stands in. */
export function takeContract(node: XmlNode, product: XmlNode, reading: SpnContracts): void {
  const { numbers, draft, periods, exchange } = reading;
  const period = periodCode(node.textOf('pe'));
  const isFuture = node.name === 'fut';
  const productId = product.textOf('pfId');
  if (period !== null) periods.set(`${exchange}|${productId}|${node.textOf('cId')}`, period);
  if (period === null && isFuture) {
    numbers.complain(node, 'pe', node.textOf('pe'), 'a contract period such as 202603');
    return;
  }
  const losses = lossesOf(node, reading);
  if (losses === null) return;
  const contract: Omit<SpanContract, 'commodity'> = {
    product: product.textOf('pfCode'),
    kind: isFuture ? 'future' : 'physical',
    month: period ?? '000000',
    expiry: lastDay(node, period ?? '000000'),
    strike: null,
    right: null,
    ...losses,
    deltaScale: numbers.of(node, 'sc', 1) || 1,
    price: numbers.of(node, 'p'),
    valueFactor: numbers.of(node, 'cvf') || numbers.of(product, 'cvf', 1),
    premiumPaid: false,
  };
  draft.contracts.push(drafted(contract, `${exchange}|${productId}`, node));
}

/** An `opt` with its series and the product that has it. */
export function takeOption(node: XmlNode, series: XmlNode, product: XmlNode, reading: SpnContracts): void {
  const { numbers, draft, periods, exchange } = reading;
  const period = periodCode(series.textOf('pe'));
  const right = node.textOf('o');
  if (period === null) numbers.complain(series, 'pe', series.textOf('pe'), 'a contract period such as 202603');
  if (right !== 'C' && right !== 'P') numbers.complain(node, 'o', right, 'C or P');
  const losses = lossesOf(node, reading);
  if (losses === null || period === null || (right !== 'C' && right !== 'P')) return;
  const under = series.child('undC');
  const delivered =
    under === undefined
      ? undefined
      : periods.get(`${under.textOf('exch') || exchange}|${under.textOf('pfId')}|${under.textOf('cId')}`);
  numbers.required(node, 'k', 'the strike');
  const contract: Omit<SpanContract, 'commodity'> = {
    product: product.textOf('pfCode'),
    kind: 'option',
    month: delivered ?? period,
    expiry: lastDay(series, period),
    strike: numbers.of(node, 'k'),
    right,
    ...losses,
    deltaScale: numbers.of(node, 'sc') || numbers.of(series, 'sc', 1) || 1,
    price: numbers.of(node, 'p'),
    valueFactor: numbers.of(node, 'cvf') || numbers.of(series, 'cvf') || numbers.of(product, 'cvf', 1),
    premiumPaid: !product.textOf('valueMeth').toUpperCase().startsWith('FUT'),
  };
  draft.contracts.push(drafted(contract, `${exchange}|${product.textOf('pfId')}`, node));
}

function drafted(contract: DraftContract['contract'], key: string, { line, column }: XmlNode): DraftContract {
  return { contract, key, line, column };
}

/** The day it expires, `setlDate`, else its period. */
function lastDay(node: XmlNode, period: string): string {
  const day = node.textOf('setlDate');
  return /^\d{8}$/.test(day) ? day : period;
}

/** Risk array and composite delta of maintenance margin; null where there is none, or after a complaint. */
function lossesOf(node: XmlNode, { numbers, draft, file, rateId }: SpnContracts) {
  const arrays = node.children.filter(({ name }) => name === 'ra');
  const array = arrays.find((one) => one.textOf('r') === rateId) ?? arrays[0];
  if (array === undefined) {
    draft.notUsed(`contracts without a risk array, <${node.name}>`, node.at(file));
    return null;
  }
  const losses = draft.arrays.next();
  let found = 0;
  for (const one of array.children) {
    if (one.name !== 'a') continue;
    if (found < SCENARIOS) losses[found] = numbers.in(one, array);
    found += 1;
  }
  if (found !== SCENARIOS) {
    numbers.complain(node, 'ra', `${found} values`, 'the 16 of a risk array');
    return null;
  }
  return { losses, delta: numbers.of(array, 'd', numbers.of(node, 'd')) };
}
