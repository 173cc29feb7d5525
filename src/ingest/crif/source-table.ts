import type { CrifSource } from '../../domain/index.js';
import type { Row } from '../table/row.js';
import { crifSlot } from './crif-columns.js';

const TRADE = crifSlot('TradeID');
const PORTFOLIO = crifSlot('PortfolioID');
const COLLECT = crifSlot('CollectRegulations');
const POST = crifSlot('PostRegulations');

/** The distinct trades, netting sets and regimes of a file, each numbered once. */
export class SourceTable {
  readonly all: CrifSource[] = [];
  readonly #numbers = new Map<string, number>();
  #last = { trade: '', portfolio: '', collect: '', post: '', number: -1 };

  numberOf(row: Row): number {
    const trade = row.text(TRADE);
    const portfolio = row.text(PORTFOLIO);
    const collect = row.text(COLLECT);
    const post = row.text(POST);
    const last = this.#last;
    // Rows of a trade mostly stand together.
    const isSame = last.trade === trade && last.portfolio === portfolio;
    if (last.number !== -1 && isSame && last.collect === collect && last.post === post) return last.number;
    const key = `${trade}\n${portfolio}\n${collect}\n${post}`;
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.all.push({ trade, portfolio, collect: regimes(collect), post: regimes(post) }) - 1;
      this.#numbers.set(key, number);
    }
    this.#last = { trade, portfolio, collect, post, number };
    return number;
  }
}

const NONE: readonly string[] = [];

function regimes(text: string): readonly string[] {
  return text === '' ? NONE : text.split(/[,;\s]+/).filter((name) => name !== '');
}
