import type { Instrument, Quote } from '../../domain/index.js';
import type { FieldReader } from '../fields/field-reader.js';
import { type QuoteColumn, quoteSlot } from './quote-columns.js';

/** Ten times the price a year: nothing quoted has more, and 45 without a percent sign would be 4500 per cent. */
const MOST_BELIEVABLE_IV = 10;
/** A rate of more than a hundred per cent is written with its sign. */
const MOST_BELIEVABLE_RATE = 1;

const SLOTS = {
  bid: quoteSlot('bid'),
  bidSize: quoteSlot('bid_size'),
  ask: quoteSlot('ask'),
  askSize: quoteSlot('ask_size'),
  iv: quoteSlot('iv'),
  rate: quoteSlot('rate'),
  dividendYield: quoteSlot('dividend_yield'),
  tick: quoteSlot('tick'),
  lot: quoteSlot('lot'),
  fee: quoteSlot('fee'),
  confidence: quoteSlot('confidence'),
  instrument: quoteSlot('instrument'),
} as const;

/**
 * Reads the figures of one market row; the reader notes bad fields. Without an instrument (its name was refused) they are
 * checked all the same. A crossed quote is remarked upon and kept.
 */
export function readQuote(fields: FieldReader, instrument: Instrument | null): Quote | null {
  const bid = price(fields, 'bid', instrument);
  const ask = price(fields, 'ask', instrument);
  const mark = price(fields, 'mark', instrument);
  const figures = {
    bid,
    bidSize: fields.nonNegative(SLOTS.bidSize),
    ask,
    askSize: fields.nonNegative(SLOTS.askSize),
    mark,
    iv: impliedVolatility(fields),
    underlyingPrice: price(fields, 'underlying_price', instrument) ?? level(instrument, bid, ask, mark),
    rate: fields.believableFraction(SLOTS.rate, MOST_BELIEVABLE_RATE),
    dividendYield: fields.believableFraction(SLOTS.dividendYield, MOST_BELIEVABLE_RATE),
    tick: fields.positive(SLOTS.tick),
    lot: fields.positive(SLOTS.lot),
    fee: fields.number(SLOTS.fee),
    confidence: confidence(fields),
  };
  if (instrument === null || fields.failed) return null;
  const quote = { instrument, ...figures, origin: fields.start() };
  remarkOn(quote, fields);
  return quote;
}

/** Zero and blank both mean that there is none. Oil futures have traded below zero; nothing else here can. */
function price(fields: FieldReader, column: QuoteColumn, instrument: Instrument | null): number | null {
  const slot = quoteSlot(column);
  const value = fields.price(slot);
  if (value === null || value === 0) return null;
  const mayBeNegative = instrument === null || (instrument.type === 'future' && instrument.settlement === 'linear');
  if (value < 0 && !mayBeNegative) {
    fields.complain('MKT_NEGATIVE_PRICE', slot);
    return null;
  }
  return value;
}

function impliedVolatility(fields: FieldReader): number | null {
  const iv = fields.believableFraction(SLOTS.iv, MOST_BELIEVABLE_IV);
  if (iv === null || iv === 0) return null;
  if (iv > 0) return iv;
  fields.complain('FIELD_NEGATIVE', SLOTS.iv, { expected: 'a volatility such as 0.45 or 45%, or blank' });
  return null;
}

function confidence(fields: FieldReader): number | null {
  const read = fields.fraction(SLOTS.confidence);
  if (read === null || (read.value >= 0 && read.value <= 1)) return read?.value ?? null;
  fields.complain('FIELD_OUT_OF_RANGE', SLOTS.confidence, { expected: 'a confidence from 0 to 1, or blank' });
  return null;
}

/** A spot's or an index's own price is the level of its underlying: the mark, else the middle of the quote. */
function level(
  instrument: Instrument | null,
  bid: number | null,
  ask: number | null,
  mark: number | null,
): number | null {
  if (instrument?.type !== 'spot' && instrument?.type !== 'index') return null;
  if (mark !== null) return mark;
  return bid === null || ask === null ? null : (bid + ask) / 2;
}

function remarkOn(quote: Quote, fields: FieldReader): void {
  const subject = quote.instrument.name;
  if (quote.bid !== null && quote.ask !== null && quote.bid > quote.ask) {
    fields.remark('MKT_CROSSED', SLOTS.bid, { subject, detail: fields.text(SLOTS.ask) ?? '' });
  }
  if (quote.instrument.type === 'index' && quote.underlyingPrice === null) {
    fields.remark('MKT_NO_LEVEL', SLOTS.instrument, { subject });
  }
}
