import type {
  SpanCommodityLeg,
  SpanInterSpread,
  SpanIntraSpread,
  SpanMonthLeg,
  SpanSide,
  SpanSpotMonth,
} from '../../domain/index.js';
import * as layout from './pa2-layout.js';
import type { Pa2Line } from './pa2-line.js';
import { periodCode } from './period-code.js';
import type { SpanDraft } from './span-draft.js';

/** Everything the records of one combined commodity say. */
interface Terms {
  readonly currency: string;
  readonly scale: number;
  readonly line: Pa2Line;
  readonly tiers: Map<number, { readonly from: string; readonly to: string }>;
  readonly spreads: { readonly priority: number; readonly spread: SpanIntraSpread }[];
  spotMonths: SpanSpotMonth[];
  shortOptionRate: number;
  shortOptionMethod: 'gross' | 'max';
  initialRatio: number;
  isCharged: boolean;
}

/** The records of combined commodities: types 2, 3, C, E, 4 and 6. */
export class Pa2Terms {
  readonly #draft: SpanDraft;
  readonly #terms = new Map<string, Terms>();
  readonly #inter: { readonly priority: number; readonly spread: SpanInterSpread }[] = [];
  /** By exchange, product and type. */
  readonly #riskScales = new Map<string, number>();
  readonly #futuresStyle = new Set<string>();

  constructor(draft: SpanDraft) {
    this.#draft = draft;
  }

  /** Money for a unit of a product's risk arrays. */
  riskScaleOf(key: string): number {
    return this.#riskScales.get(key) ?? 1;
  }

  /** Whether options of a product are margined like futures. */
  isFuturesStyle(key: string): boolean {
    return this.#futuresStyle.has(key);
  }

  take(line: Pa2Line): void {
    switch (line.type) {
      case '2 ':
        this.#commodity(line);
        return;
      case '3 ':
        this.#tiers(line);
        return;
      case 'C ':
        this.#tierSpread(line);
        return;
      case 'E ':
        this.#seriesSpread(line);
        return;
      case '4 ':
        this.#delivery(line);
        return;
      default:
        this.#interSpread(line);
    }
  }

  end(): void {
    for (const [name, terms] of this.#terms) {
      const { currency, spotMonths, shortOptionRate, shortOptionMethod, initialRatio, line } = terms;
      const intraSpreads = terms.isCharged
        ? terms.spreads.sort((a, b) => a.priority - b.priority).map(({ spread }) => spread)
        : [];
      this.#draft.addCommodity(
        { name, currency, intraSpreads, spotMonths, shortOptionRate, shortOptionMethod, initialRatio },
        line.at(),
      );
    }
    this.#inter.sort((a, b) => a.priority - b.priority);
    this.#draft.interSpreads.push(...this.#inter.map(({ spread }) => spread));
  }

  #commodity(line: Pa2Line): void {
    const { COMMODITY, COMMODITY_PRODUCTS: slots } = layout;
    const code = line.field(COMMODITY.code);
    const scale = 10 ** line.whole('risk exponent', COMMODITY.exponent);
    if (code === '') line.complain('combined commodity code', COMMODITY.code, '', 'a code');
    if (!this.#terms.has(code)) {
      this.#terms.set(code, {
        currency: line.field(COMMODITY.currency) || 'USD',
        scale,
        line,
        tiers: new Map(),
        spreads: [],
        spotMonths: [],
        shortOptionRate: 0,
        shortOptionMethod: 'gross',
        initialRatio: 1,
        isCharged: true,
      });
    }
    for (let k = 0; k < slots.count; k++) {
      const product = line.field(slots.code, k * slots.apart);
      if (product === '') continue;
      const key = `${line.field(COMMODITY.exchange)}|${product}|${line.field(slots.type, k * slots.apart)}`;
      this.#draft.place(key, { commodity: code, scale: 1 });
      this.#riskScales.set(key, scale);
      if (line.field(COMMODITY.optionStyle) === 'F') this.#futuresStyle.add(key);
    }
  }

  #tiers(line: Pa2Line): void {
    const terms = this.#of(line);
    if (terms === null) return;
    const { TIERS, TIER } = layout;
    terms.isCharged = line.field(TIERS.method) !== '01';
    terms.initialRatio = Math.max(1, line.decimal('initial to maintenance ratio', TIERS.speculator, 3));
    for (let k = 0; k < TIER.count; k++) {
      const shift = k * TIER.apart;
      const number = line.whole('tier', TIER.number, shift);
      if (number === 0) continue;
      const from = this.#month(line, 'tier start', TIER.from, shift);
      const to = this.#month(line, 'tier end', TIER.to, shift);
      if (from !== null && to !== null) terms.tiers.set(number, { from, to });
    }
  }

  #tierSpread(line: Pa2Line): void {
    const terms = this.#of(line);
    if (terms === null) return;
    const { TIER_SPREAD, TIER_SPREAD_LEG: slots } = layout;
    const legs: SpanMonthLeg[] = [];
    for (let k = 0; k < slots.count; k++) {
      const shift = k * slots.apart;
      if (line.whole('leg', slots.number, shift) === 0) continue;
      const number = line.whole('tier', slots.tier, shift);
      const tier = terms.tiers.get(number);
      if (tier === undefined) line.complain('tier', slots.tier, String(number), 'a tier of record 3', shift);
      else
        legs.push({
          ...tier,
          ratio: line.whole('ratio', slots.ratio, shift) || 1,
          side: sideOf(line, slots.side, shift),
        });
    }
    // Series go before tiers whatever their priorities.
    const priority = 1e6 + line.whole('priority', TIER_SPREAD.priority);
    this.#addSpread(terms, priority, legs, line.whole('charge rate', TIER_SPREAD.rate));
  }

  #seriesSpread(line: Pa2Line): void {
    const terms = this.#of(line);
    if (terms === null) return;
    const { SERIES_SPREAD, SERIES_SPREAD_LEG: slots } = layout;
    const legs: SpanMonthLeg[] = [];
    for (let k = 0; k < slots.count; k++) {
      const shift = k * slots.apart;
      const text = line.field(slots.month, shift);
      if (text === '' || text === '0000') continue;
      const month = periodCode(`20${text}`);
      if (month === null) line.complain('contract month', slots.month, text, 'YYMM', shift);
      else {
        const ratio = line.decimal('ratio', slots.ratio, 4, shift) || 1;
        legs.push({ from: month, to: month, ratio, side: sideOf(line, slots.side, shift) });
      }
    }
    const priority = line.whole('priority', SERIES_SPREAD.priority);
    this.#addSpread(terms, priority, legs, line.whole('charge rate', SERIES_SPREAD.rate));
  }

  #addSpread({ spreads, scale }: Terms, priority: number, legs: readonly SpanMonthLeg[], rate: number): void {
    if (legs.length < 2) return;
    const name = legs.map(({ from, to }) => (from === to ? from : `${from}-${to}`)).join('/');
    spreads.push({ priority, spread: { name, legs, method: 'flat', rate: rate * scale } });
  }

  #delivery(line: Pa2Line): void {
    const terms = this.#of(line);
    if (terms === null) return;
    const { DELIVERY, DELIVERY_MONTH: slots } = layout;
    terms.shortOptionRate = line.whole('short option minimum', DELIVERY.minimumRate) * terms.scale;
    terms.shortOptionMethod = line.field(DELIVERY.minimumMethod) === '1' ? 'max' : 'gross';
    const method = line.field(DELIVERY.method);
    if (method === '11') this.#draft.notUsed('delivery charges by basis risk, record 4 with method 11', line.at());
    if (method !== '10') return;
    for (let k = 0; k < slots.count; k++) {
      const shift = k * slots.apart;
      const text = line.field(slots.month, shift);
      if (text === '' || text === '000000') continue;
      const month = this.#month(line, 'delivery month', slots.month, shift);
      if (month === null) continue;
      terms.spotMonths.push({
        month,
        spreadRate: line.whole('charge of spreads', slots.spreads, shift) * terms.scale,
        outrightRate: line.whole('charge of outrights', slots.outrights, shift) * terms.scale,
      });
    }
  }

  #interSpread(line: Pa2Line): void {
    const { INTER_SPREAD, INTER_SPREAD_LEG: slots } = layout;
    const isScanned = line.field(INTER_SPREAD.method) === '04';
    if (!isScanned && line.field(INTER_SPREAD.group) === 'S') {
      this.#draft.notUsed('super spreads between commodities, record 6 of group S', line.at());
      return;
    }
    // Written in per cent with four decimals.
    const creditRate = line.decimal('credit rate', INTER_SPREAD.rate, 6);
    const legs: SpanCommodityLeg[] = [];
    for (let k = 0; k < slots.count; k++) {
      const shift = k * slots.apart;
      const commodity = line.field(slots.code, shift);
      if (commodity === '') continue;
      const ratio = line.decimal('ratio', slots.ratio, 4, shift) || 1;
      legs.push({ commodity, ratio, side: sideOf(line, slots.side, shift), creditRate });
    }
    const target = isScanned ? line.field(INTER_SPREAD.target) : '';
    if (target !== '' && legs.every(({ commodity }) => commodity !== target))
      legs.push({ commodity: target, ratio: 1, side: 'A', creditRate });
    if (legs.length < 2) {
      line.complain('legs', slots.code, String(legs.length), 'two or more');
      return;
    }
    const name = legs.map(({ commodity }) => commodity).join('/');
    const spread: SpanInterSpread = { name, method: isScanned ? 'scanning' : 'delta', legs };
    this.#inter.push({ priority: line.whole('priority', INTER_SPREAD.priority), spread });
  }

  /** What has been said of the commodity of a record; null after a complaint that nothing has. */
  #of(line: Pa2Line): Terms | null {
    const code = line.field(layout.TIERS.code);
    const terms = this.#terms.get(code);
    if (terms === undefined)
      line.complain('combined commodity code', layout.TIERS.code, code, 'that of a record 2 above');
    return terms ?? null;
  }

  #month(line: Pa2Line, name: string, columns: layout.Columns, shift: number): string | null {
    const text = line.field(columns, shift);
    const month = periodCode(text);
    if (month === null) line.complain(name, columns, text, 'YYYYMM', shift);
    return month;
  }
}

function sideOf(line: Pa2Line, columns: layout.Columns, shift: number): SpanSide {
  return line.field(columns, shift) === 'B' ? 'B' : 'A';
}
