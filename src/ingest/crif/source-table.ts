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
  #last: { readonly written: readonly string[]; readonly number: number } = { written: [], number: -1 };

  numberOf(row: Row): number {
    const written = [row.text(TRADE), row.text(PORTFOLIO), row.text(COLLECT), row.text(POST)] as const;
    // Rows of a trade mostly stand together.
    if (written.every((text, k) => text === this.#last.written[k])) return this.#last.number;
    const key = written.join('\n');
    let number = this.#numbers.get(key);
    if (number === undefined) {
      const [trade, portfolio, collect, post] = written;
      number = this.all.push({ trade, portfolio, collect: regimes(collect), post: regimes(post) }) - 1;
      this.#numbers.set(key, number);
    }
    this.#last = { written, number };
    return number;
  }
}

const NONE: readonly string[] = [];

function regimes(text: string): readonly string[] {
  return text === '' ? NONE : text.split(/[,;\s]+/).filter((name) => name !== '');
}
