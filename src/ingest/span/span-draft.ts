import type { SourceLocation, SpanCommodity, SpanContract, SpanFile, SpanInterSpread } from '../../domain/index.js';
import type { IssueList } from '../issue-list.js';
import { LossArrays } from './loss-arrays.js';

/** A product of a combined commodity: all contracts of it have their deltas scaled by `scale`. */
export interface ProductPlace {
  readonly commodity: string;
  readonly scale: number;
}

/** A contract as its record has it: what it belongs to is known once the whole file is read. */
export interface DraftContract {
  readonly contract: Omit<SpanContract, 'commodity'>;
  /** Its product, as the file tells products apart. */
  readonly key: string;
  readonly line: number;
  readonly column: number;
}

interface Tally {
  count: number;
  readonly at: SourceLocation;
}

/** What has been read of a SPAN file, in either layout. */
export class SpanDraft {
  date = '';
  clearingHouse = '';
  readonly contracts: DraftContract[] = [];
  readonly arrays = new LossArrays();
  readonly interSpreads: SpanInterSpread[] = [];
  readonly #file: string;
  readonly #issues: IssueList;
  readonly #commodities = new Map<string, { readonly terms: SpanCommodity; readonly line: number }>();
  readonly #places = new Map<string, ProductPlace>();
  readonly #unused = new Map<string, Tally>();

  constructor(file: string, issues: IssueList) {
    this.#file = file;
    this.#issues = issues;
  }

  /** Takes in a combined commodity; the first of a name stands. */
  addCommodity(terms: SpanCommodity, at: SourceLocation): void {
    const first = this.#commodities.get(terms.name);
    if (first === undefined) this.#commodities.set(terms.name, { terms, line: at.line });
    else
      this.#issues.add('SPN_REPEATED', { at, subject: `combined commodity ${terms.name}`, detail: String(first.line) });
  }

  hasCommodity(name: string): boolean {
    return this.#commodities.has(name);
  }

  /** Says which combined commodity a product belongs to. */
  place(key: string, place: ProductPlace): void {
    if (!this.#places.has(key)) this.#places.set(key, place);
  }

  /** Counts something of the file that margo does not follow; told once. */
  notUsed(what: string, at: SourceLocation): void {
    const tally = this.#unused.get(what);
    if (tally === undefined) this.#unused.set(what, { count: 1, at });
    else tally.count += 1;
  }

  /** Everything that was good; what is not followed is told. */
  file(): SpanFile {
    const contracts = this.#placed();
    for (const [what, { count, at }] of this.#unused) {
      this.#issues.add('SPN_NOT_USED', { at, subject: what, detail: String(count) });
    }
    return {
      date: this.date,
      clearingHouse: this.clearingHouse,
      commodities: [...this.#commodities.values()].map(({ terms }) => terms),
      contracts,
      interSpreads: this.interSpreads,
    };
  }

  #placed(): SpanContract[] {
    const homeless = new Map<string, Tally>();
    const lines = new Map<string, number>();
    const contracts: SpanContract[] = [];
    for (const { contract, key, line, column } of this.contracts) {
      const at = { file: this.#file, line, column };
      const place = this.#placeOf(key, contract.product);
      if (place === null) {
        const tally = homeless.get(contract.product);
        if (tally === undefined) homeless.set(contract.product, { count: 1, at });
        else tally.count += 1;
        continue;
      }
      const { product, kind, month, expiry, strike, right } = contract;
      const identity = `${key}|${kind}|${month}|${expiry}|${strike}|${right}`;
      const first = lines.get(identity);
      if (first !== undefined) {
        const subject = `${[product, kind, expiry, strike, right].filter((part) => part !== null).join(' ')}`;
        this.#issues.add('SPN_REPEATED', { at, subject, detail: String(first) });
        continue;
      }
      lines.set(identity, line);
      contracts.push({ ...contract, commodity: place.commodity, deltaScale: contract.deltaScale * place.scale });
    }
    for (const [product, { count, at }] of homeless) {
      this.#issues.add('SPN_NO_COMMODITY', { at, subject: `product ${product}`, detail: contractsIn(count) });
    }
    return contracts;
  }

  /** Houses whose products and combined commodities have the same names do not always link them. */
  #placeOf(key: string, product: string): ProductPlace | null {
    const place = this.#places.get(key) ?? { commodity: product, scale: 1 };
    return this.#commodities.has(place.commodity) ? place : null;
  }
}

function contractsIn(count: number): string {
  return count === 1 ? '1 contract' : `${count} contracts`;
}
