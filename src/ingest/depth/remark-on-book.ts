import type { OrderBook, Quote } from '../../domain/index.js';
import type { IssueList } from '../issue-list.js';

/** Where the market states no tick, prices are the same up to the last digits of a double. */
const SAME = 1e-12;

/** Warns of a crossed book, and of a best price that is more than a tick from the market row's. */
export function remarkOnBook({ bids, asks }: OrderBook, quote: Quote, issues: IssueList): void {
  const subject = quote.instrument.name;
  const [bid, ask] = [bids[0], asks[0]];
  if (bid !== undefined && ask !== undefined && bid.price > ask.price) {
    const [value, detail] = [String(bid.price), String(ask.price)];
    issues.add('DEP_CROSSED', { at: bid.origin, field: 'price', subject, value, detail });
  }
  for (const [side, best, stated] of [
    ['bid', bid, quote.bid],
    ['ask', ask, quote.ask],
  ] as const) {
    if (best === undefined || (stated !== null && isNear(best.price, stated, quote.tick))) continue;
    const detail = `${side} in the market file is ${stated ?? 'blank'}`;
    issues.add('DEP_TOP_DIFFERS', { at: best.origin, field: 'price', subject, value: String(best.price), detail });
  }
}

function isNear(a: number, b: number, tick: number | null): boolean {
  return Math.abs(a - b) <= (tick ?? 0) + SAME * Math.max(Math.abs(a), Math.abs(b));
}
