import type { SpanContract } from '../../domain/index.js';
import { ARRAYS, CONTRACT, PRICES, VALUE_APART, VALUES } from './pa2-layout.js';
import type { Pa2Line } from './pa2-line.js';
import type { Pa2Terms } from './pa2-terms.js';
import { periodCode } from './period-code.js';
import type { SpanDraft } from './span-draft.js';

/** How prices of a product are written, and what a unit of them is worth. */
interface PriceTerms {
  readonly priceScale: number;
  readonly strikeScale: number;
  readonly valueFactor: number;
  readonly isFuturesStyle: boolean;
}

/** What a future or an option series has of its own. */
interface SeriesTerms {
  readonly deltaScale: number;
  readonly expiration: string;
  readonly valueFactor: number;
}

const PLAIN: PriceTerms = { priceScale: 1, strikeScale: 1, valueFactor: 1, isFuturesStyle: false };

/** The records of contracts: their prices (P), their series (B), and their risk arrays (81 with 82). */
export class Pa2Contracts {
  readonly #draft: SpanDraft;
  readonly #terms: Pa2Terms;
  readonly #prices = new Map<string, PriceTerms>();
  readonly #series = new Map<string, SeriesTerms>();
  #first: Pa2Line | null = null;
  /** What its values are scaled with is known at the end. */
  readonly #drafted: { readonly line: Pa2Line; readonly values: Float64Array; readonly second: Pa2Line }[] = [];

  constructor(draft: SpanDraft, terms: Pa2Terms) {
    this.#draft = draft;
    this.#terms = terms;
  }

  take(line: Pa2Line): void {
    if (line.type === 'P ') this.#price(line);
    else if (line.type === 'B ') this.#seriesOf(line);
    else if (line.type === '81') this.#half(line);
    else this.#whole(line);
  }

  end(): void {
    this.#first?.broken('has no record 82 after it');
    for (const { line, values, second } of this.#drafted) this.#contract(line, second, values);
  }

  #price(line: Pa2Line): void {
    const exponent = line.whole('exponent', PRICES.exponent) * (line.field(PRICES.exponentSign) === '-' ? -1 : 1);
    this.#prices.set(keyOf(line, PRICES), {
      priceScale: 10 ** line.whole('price decimals', PRICES.priceDecimals),
      strikeScale: 10 ** line.whole('strike decimals', PRICES.strikeDecimals),
      valueFactor: line.decimal('contract value factor', PRICES.valueFactor, 7) * 10 ** exponent,
      isFuturesStyle: line.field(PRICES.valuation).startsWith('FUT'),
    });
  }

  #seriesOf(line: Pa2Line): void {
    this.#series.set(seriesKey(line, ARRAYS), {
      deltaScale: line.decimal('delta scaling factor', ARRAYS.deltaScaling, 4) || 1,
      expiration: line.field(ARRAYS.expiration),
      valueFactor: line.decimal('contract value factor', ARRAYS.valueFactor, 7),
    });
  }

  #half(line: Pa2Line): void {
    this.#first?.broken('has no record 82 after it');
    this.#first = isLongEnough(line) ? line : null;
  }

  #whole(second: Pa2Line): void {
    const line = this.#first;
    this.#first = null;
    if (!isLongEnough(second)) return;
    if (line === null || line.field(CONTRACT.identity) !== second.field(CONTRACT.identity)) {
      second.broken('does not follow the record 81 of its contract');
      return;
    }
    const values = this.#draft.arrays.next();
    takeValues(line, values, 0);
    takeValues(second, values, VALUES['81'].count);
    this.#drafted.push({ line, second, values });
  }

  #contract(line: Pa2Line, second: Pa2Line, values: Float64Array): void {
    const key = keyOf(line, CONTRACT);
    const type = line.field(CONTRACT.type);
    const { priceScale, strikeScale, valueFactor, isFuturesStyle } = this.#prices.get(key) ?? PLAIN;
    const series = this.#series.get(seriesKey(line, CONTRACT));
    const isOption = type.startsWith('OO');
    const delivered = periodCode(line.field(CONTRACT.month) + line.field(CONTRACT.day));
    const own = isOption ? periodCode(line.field(CONTRACT.optionMonth) + line.field(CONTRACT.optionDay)) : delivered;
    const right = line.field(CONTRACT.right);
    if (isOption && right !== 'C' && right !== 'P') line.complain('right', CONTRACT.right, right, 'C or P');
    if (own === null && type !== 'PHY') {
      const columns = isOption ? CONTRACT.optionMonth : CONTRACT.month;
      line.complain('contract month', columns, line.field(columns), 'YYYYMM');
      return;
    }
    const scale = this.#terms.riskScaleOf(key);
    const sign = second.field(CONTRACT.strikeSign) === '-' ? -1 : 1;
    const contract: Omit<SpanContract, 'commodity'> = {
      product: line.field(CONTRACT.commodity),
      kind: isOption ? 'option' : type === 'PHY' ? 'physical' : 'future',
      month: delivered ?? own ?? '000000',
      expiry: /^[1-9]\d{7}$/.test(series?.expiration ?? '') ? series!.expiration : (own ?? '000000'),
      strike: isOption ? (sign * line.whole('strike', CONTRACT.strike)) / strikeScale : null,
      right: isOption ? (right === 'P' ? 'P' : 'C') : null,
      losses: scale === 1 ? values : values.map((value) => value * scale),
      delta: second.signed('composite delta', CONTRACT.delta) / 1e4,
      deltaScale: series?.deltaScale ?? 1,
      price: second.signed('settlement price', CONTRACT.price) / priceScale,
      valueFactor: (series?.valueFactor ?? 0) || valueFactor || 1,
      premiumPaid: isOption && !isFuturesStyle && !this.#terms.isFuturesStyle(key),
    };
    this.#draft.contracts.push({ contract, key, line: line.number, column: 1 });
  }
}

function takeValues(line: Pa2Line, values: Float64Array, from: number): void {
  const { count } = VALUES[line.type as '81' | '82'];
  for (let k = 0; k < count; k++) {
    values[from + k] = line.signed(`array value ${from + k + 1}`, CONTRACT.firstValue, k * VALUE_APART);
  }
}

function isLongEnough(line: Pa2Line): boolean {
  const { end } = VALUES[line.type as '81' | '82'];
  const { length } = line.text;
  if (length < end) line.broken(`ends at column ${length}, within its risk array; expected ${end} or more`);
  return length >= end;
}

type Identity =
  | Pick<typeof CONTRACT, 'exchange' | 'commodity' | 'type'>
  | Pick<typeof ARRAYS, 'exchange' | 'commodity' | 'type'>;

function keyOf(line: Pa2Line, { exchange, commodity, type }: Identity | typeof PRICES): string {
  return `${line.field(exchange)}|${line.field(commodity)}|${line.field(type)}`;
}

function seriesKey(line: Pa2Line, columns: typeof CONTRACT | typeof ARRAYS): string {
  const { month, day, optionMonth, optionDay } = columns;
  const parts = [month, day, optionMonth, optionDay].map((one) => line.field(one).replace(/^0+$/, ''));
  return `${keyOf(line, columns)}|${parts.join('|')}`;
}
