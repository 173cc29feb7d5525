import type { Book, Io, Market } from '../../domain/index.js';
import { type Ingested, readCrif } from '../../ingest/index.js';
import { chooseModel, TradeRows } from '../../margin/index.js';
import type { InputRequest } from '../load-inputs.js';
import { offeredTrades } from './offered-trades.js';
import { tradeMarket, tradePosition } from './trade-market.js';

/** A book of trades with their sensitivities, in place of positions and a market. */
export interface TradesInputs {
  readonly rows: TradeRows;
  readonly book: Book;
  /** The trades as rows of a market: held ones can be ended, offered ones taken on. */
  readonly marketWith: (market: Market | null) => Market;
}

/**
 * Reads the positions as a CRIF file where the request's model margins sensitivities: every trade of it is held once; the
 * trades of the further file are on offer.
 *
 * @returns null for every other model
 */
export async function tradesInputs(
  request: InputRequest,
  io: Io,
  take: <T>(ingested: Ingested<T>) => T,
): Promise<TradesInputs | null> {
  const choice = chooseModel(request.model);
  if (choice.status !== 'found' || choice.model.usesSensitivities !== true) return null;
  const held = take(await readCrif(request.positions, io, { role: 'positions' }));
  const file = request.crif ?? null;
  const offered = file === null ? null : take(await readCrif(file, io));
  const own = new TradeRows(held);
  const rows = offered === null ? own : new TradeRows(offeredTrades(held, offered, new Set(own.names)));
  return {
    rows,
    book: { positions: own.names.map(tradePosition) },
    marketWith: (market) => tradeMarket(own.names, rows.names, market),
  };
}
