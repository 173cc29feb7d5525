import type { BindingScenario, TradeReasons } from '../schema/hedge-reasons.js';
import type { LimitLine } from '../schema/limit-line.js';
import type { OptimizeResult, TradeLine } from '../schema/optimize-document.js';
import { groupedAmount } from './grouped-amount.js';

interface Explained {
  readonly currency: string;
  readonly trades: readonly TradeLine[];
  readonly limits: readonly LimitLine[];
  readonly bindingBefore: readonly BindingScenario[];
  readonly bindingAfter: readonly BindingScenario[];
  /** The objective is in money per horizon where margin has a cost of capital, and then no plain money of margin. */
  readonly weighted: boolean;
  /** Whose margin is saved and needed, where it is not today's. */
  readonly horizon?: OptimizeResult['horizon'];
}

/** Scenarios named in one sentence. */
const MOST_NAMES = 3;

/** The reasons of an answer in short sentences: what sets the margin, then each trade, then each limit that binds. */
export function explainSentences(explained: Explained): string[] {
  const { currency, trades, limits, bindingBefore, bindingAfter } = explained;
  return [
    ...horizonSentence(explained),
    bookSentence('Before the trades', bindingBefore, currency),
    ...(trades.length === 0 ? [] : [bookSentence('After them', bindingAfter, currency)]),
    ...trades.map((trade) => tradeSentence(trade, explained)),
    ...limits.filter(({ binding }) => binding).map((limit) => limitSentence(limit, explained)),
  ];
}

function horizonSentence({ horizon }: Explained): string[] {
  if (horizon === undefined) return [];
  const days = `${horizon.days} day${horizon.days === 1 ? '' : 's'}`;
  const whose = horizon.rule === 'average' ? `the average over ${days}` : `that of its worst date within ${days}`;
  return [`Scenarios are today's; margin saved or needed is ${whose}.`];
}

function bookSentence(when: string, binding: readonly BindingScenario[], currency: string): string {
  if (binding.length === 0) return `${when} no scenario loses money.`;
  const blocks = [...new Set(binding.map(({ block }) => block))];
  const parts = blocks.map((block) => {
    const own = binding.filter((one) => one.block === block);
    const lost = `${groupedAmount(own[0]!.loss)} ${currency}`;
    const names = namesOf(own.map(({ name }) => name));
    return own.length === 1 ? `${names} loses most, ${lost}` : `${names} lose most, ${lost} each`;
  });
  return `${when} ${parts.join('; and ')}.`;
}

function namesOf(names: readonly string[]): string {
  const more = names.length - MOST_NAMES;
  if (more > 0) return `${names.slice(0, MOST_NAMES).join('; ')} and ${more} more`;
  return [names.slice(0, -1).join('; '), ...names.slice(-1)].filter((part) => part !== '').join(' and ');
}

function tradeSentence(trade: TradeLine, { currency }: Explained): string {
  const verb = trade.side === 'buy' ? 'Buy' : 'Sell';
  const head = `${verb} ${Number(trade.quantity.toPrecision(6))} ${trade.instrument}:`;
  const { reasons } = trade;
  if (reasons === undefined) return `${head} ${trade.why}.`;
  const money = (amount: number): string => `${groupedAmount(Math.abs(amount))} ${currency}`;
  const alone =
    reasons.savedAlone >= 0
      ? `alone it saves ${money(reasons.savedAlone)}`
      : `alone it adds ${money(reasons.savedAlone)}`;
  const perCost = reasons.savedPerCost ?? 0;
  const rate = perCost > 0 ? `, and as the last of the trades saves ${figure(perCost)} of margin per unit of that` : '';
  return `${[
    `${head} ${alone}`,
    ...leftOutWords(reasons, money),
    `it costs ${money(trade.cost)}${rate}`,
    reliefWords(reasons, money, trade.why),
  ].join('; ')}.`;
}

function leftOutWords({ leftOut }: TradeReasons, money: (amount: number) => string): string[] {
  if (leftOut === null) return [];
  if (!leftOut.possible) return ['without it the limits cannot be kept'];
  const { marginLost, proven } = leftOut;
  const found = proven ? '' : ', as far as was searched';
  const lost = marginLost ?? 0;
  if (Math.round(lost) === 0) return [`without it another book needs as much margin${found}`];
  return [`without it the best book needs ${money(lost)} ${lost > 0 ? 'more' : 'less'}${found}`];
}

function reliefWords({ relieves }: TradeReasons, money: (amount: number) => string, why: string): string {
  if (relieves.length === 0) return why;
  const named = relieves.slice(0, MOST_NAMES).map(({ scenario, gain }) => `${scenario} by ${money(gain)}`);
  return `it relieves ${namesOf(named)}`;
}

function limitSentence(limit: LimitLine, { currency, weighted }: Explained): string {
  const name = `Limit ${limit.limit} ${limit.scope}`;
  const unit = weighted ? `${currency} of the objective` : currency;
  // How much another trade would save is a search of its own.
  if (limit.unit === 'trades') return `${name} binds; what one more would save was not asked.`;
  const { worth } = limit;
  if (worth === undefined || worth === null) {
    return limit.shadowPrice === 0
      ? `${name} binds, and a little more room would save nothing.`
      : `${name} binds; a little more room would save ${figure(limit.shadowPrice)} ${unit} per unit (${limit.unit}).`;
  }
  if (worth.perUnit === 0) return `${name} binds at its ${worth.end}, and more room would save nothing.`;
  const range = worth.upTo === null ? 'however much is given' : `up to ${figure(worth.upTo)} more`;
  const saved = `${figure(worth.perUnit)} ${unit} per unit (${limit.unit})`;
  return `${name} binds at its ${worth.end}: more room would save ${saved}, ${range}.`;
}

/** A figure to four digits, whole ones in thousands. */
function figure(value: number): string {
  return Math.abs(value) >= 1000 ? groupedAmount(value) : String(Number(value.toPrecision(4)));
}
