/** Why an answer is what it is: the search again without each trade, and with more room at each limit. */
export { type LeftOut, leaveOneOut } from './leave-one-out.js';
export { type LimitWorth, limitWorths } from './limit-worth.js';
export { type OneSidedWorth, oneSidedWorth, type PricedValue } from './one-sided-worth.js';
