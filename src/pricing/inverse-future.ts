/**
 * Profit in coin of an inverse future or perpetual when its price moves by the fraction `move` (0.1 is ten per cent up):
 * quantity (1 - 1 / (1 + move)). `quantity` is the position in coin at the price before the move, long positive.
 *
 * @throws RangeError when `move` is -1 or less: the coin profit has no limit there.
 *
 * SOURCE: Deribit, inverse perpetual and futures contract specifications: contracts x (1/entry - 1/exit).
 */
export function inverseFutureProfit(quantity: number, move: number): number {
  if (!(move > -1)) throw new RangeError(`a move of ${move} leaves no price`);
  // The same as 1 - 1/(1 + move), without the digits that loses for a small move.
  return (quantity * move) / (1 + move);
}
