import type { Instrument, SpanContract, SpanFile } from '../../domain/index.js';

/** Contract sizes that differ by less than this part are one. */
const SIZE_TOLERANCE = 1e-6;

/** The contract of a file that an instrument is, or why it has none, as the end of a sentence about the instrument. */
export type FoundContract =
  | { readonly status: 'found'; readonly contract: SpanContract }
  | { readonly status: 'missing'; readonly reason: string };

/**
 * The contracts of a SPAN file, found by the terms of an instrument: its underlying is the product's code, or that of the
 * combined commodity; strike and right are the same; the expiry is the contract's last day, UTC, or in its month where the
 * file has months alone; one contract is as large.
 */
export class SpanFileIndex {
  readonly file: SpanFile;
  readonly #byTerms = new Map<string, SpanContract[]>();
  readonly #names: ReadonlySet<string>;
  readonly #found = new Map<string, FoundContract>();

  constructor(file: SpanFile) {
    this.file = file;
    for (const contract of file.contracts) {
      for (const name of new Set([contract.product, contract.commodity])) {
        const key = keyOf(name, contract.kind === 'option', contract.strike, contract.right);
        const list = this.#byTerms.get(key);
        if (list === undefined) this.#byTerms.set(key, [contract]);
        else list.push(contract);
      }
    }
    this.#names = new Set(file.contracts.flatMap(({ product, commodity }) => [product, commodity]));
  }

  contractOf(instrument: Instrument): FoundContract {
    const known = this.#found.get(instrument.name);
    if (known !== undefined) return known;
    const found = this.#search(instrument);
    this.#found.set(instrument.name, found);
    return found;
  }

  #search(instrument: Instrument): FoundContract {
    const { underlying, type, expiry, strike, right, multiplier } = instrument;
    const isOption = type === 'option';
    const missing = (reason: string): FoundContract => ({ status: 'missing', reason });
    if (type !== 'future' && !isOption) return missing('is no future and no option, and the SPAN file has no others');
    if (!this.#names.has(underlying)) return missing(`is on ${underlying}, of which the SPAN file has no product`);
    const same = this.#byTerms.get(keyOf(underlying, isOption, strike, right)) ?? [];
    const kind = isOption
      ? `no ${right === 'P' ? 'put' : 'call'} on ${underlying} struck at ${strike}`
      : `no future on ${underlying}`;
    if (same.length === 0) return missing(`is not in the SPAN file, which has ${kind}`);
    const day = new Date(expiry ?? 0).toISOString().slice(0, 10).replaceAll('-', '');
    const onDay = same.filter((one) => (one.expiry.length === 8 ? one.expiry === day : one.expiry === day.slice(0, 6)));
    if (onDay.length === 0) {
      const days = [...new Set(same.map((one) => one.expiry))].sort();
      const some = `${days.slice(0, 4).join(', ')}${days.length > 4 ? ', ...' : ''}`;
      return missing(`expires on ${day}, and the SPAN file has ${some} of its terms`);
    }
    const asLarge = onDay.filter(({ valueFactor }) => Math.abs(valueFactor / multiplier - 1) < SIZE_TOLERANCE);
    const own = asLarge.filter(({ product }) => product === underlying);
    const [contract, another] = own.length > 0 ? own : asLarge;
    if (contract === undefined) {
      return missing(`has a multiplier of ${multiplier}, and the SPAN file contracts of ${onDay[0]!.valueFactor}`);
    }
    if (another !== undefined) {
      return missing(`is one of two in the SPAN file, product ${contract.product} and product ${another.product}`);
    }
    return { status: 'found', contract };
  }
}

function keyOf(name: string, isOption: boolean, strike: number | null, right: 'C' | 'P' | null): string {
  return isOption ? `${name}|${strike}|${right}` : name;
}
