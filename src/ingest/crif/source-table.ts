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

  numberOf(row: Row): number {
    const trade = row.text(TRADE);
    const portfolio = row.text(PORTFOLIO);
    const collect = row.text(COLLECT);
    const post = row.text(POST);
    const key = `${trade}\n${portfolio}\n${collect}\n${post}`;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.all.push({ trade, portfolio, collect: regimes(collect), post: regimes(post) }) - 1;
    this.#numbers.set(key, number);
    return number;
  }
}

const NONE: readonly string[] = [];

function regimes(text: string): readonly string[] {
  return text === '' ? NONE : text.split(/[,;\s]+/).filter((name) => name !== '');
}
