import { nearestName } from '../nearest-name.js';

/** A column name as it is compared: case, spaces and underscores do not count (`Bid Size`, `bid_size`, `bidSize`). */
export function columnKey(written: string): string {
  return written.toLowerCase().replace(/[\s_]+/g, '');
}

/** What other programs call our columns. Only ever offered as a hint: a column is never read under another name. */
const OTHER_WORDS: Readonly<Record<string, readonly string[]>> = {
  instrument: ['symbol', 'ticker', 'name', 'instrumentname', 'instid', 'contract', 'market', 'product'],
  quantity: ['qty', 'size', 'amount', 'contracts', 'position', 'pos', 'netposition', 'volume', 'lots'],
  entry_price: ['price', 'avgprice', 'averageprice', 'avgpx', 'entry', 'cost', 'tradeprice', 'averagecost'],
  tag: ['strategy', 'label', 'book', 'desk', 'portfolio'],
  price: ['px', 'limitprice', 'fillprice', 'avgprice'],
  bid_size: ['bidqty', 'bidamount', 'bestbidamount', 'bidsz', 'bidvolume'],
  ask_size: ['askqty', 'askamount', 'bestaskamount', 'asksz', 'askvolume', 'offersize'],
  bid: ['bidprice', 'bestbidprice', 'bidpx', 'bestbid'],
  ask: ['askprice', 'bestaskprice', 'askpx', 'bestask', 'offer'],
  mark: ['markprice', 'markpx', 'settle', 'settlementprice', 'last', 'close'],
  iv: ['markiv', 'impliedvolatility', 'impliedvol', 'vol', 'sigma'],
  underlying_price: ['forward', 'fwd', 'spotprice', 'indexprice', 'undprice'],
  rate: ['interestrate', 'riskfreerate'],
  dividend_yield: ['dividend', 'yield', 'divyield'],
  tick: ['ticksize'],
  lot: ['lotsize', 'minsize', 'mintradeamount', 'step'],
  fee: ['commission', 'takerfee', 'takercommission'],
  type: ['kind', 'instrumenttype', 'assetclass', 'sectype'],
  right: ['optiontype', 'putcall', 'callput', 'cp'],
  expiry: ['expiration', 'maturity', 'expirydate', 'expirationdate'],
  exercise: ['style', 'exercisestyle'],
  multiplier: ['contractsize', 'contractmultiplier', 'ctval'],
  currency: ['ccy', 'quotecurrency'],
  asset: ['currency', 'coin', 'ccy'],
  amount: ['balance', 'quantity', 'value', 'cash'],
  limit: ['kind', 'type', 'greek', 'metric', 'name'],
  scope: ['underlying', 'asset', 'target'],
  min: ['minimum', 'lower', 'low', 'from'],
  max: ['maximum', 'upper', 'high', 'to'],
  correlation: ['corr', 'rho', 'value'],
  date: ['day', 'time', 'timestamp', 'datetime'],
  side: ['direction', 'buysell'],
};

/** The known column that an unknown one probably means, or null. */
export function meantColumn(written: string, known: readonly string[]): string | null {
  const key = columnKey(written);
  const synonym = known.find((name) => OTHER_WORDS[name]?.includes(key));
  return synonym ?? nearestName(written, known);
}
