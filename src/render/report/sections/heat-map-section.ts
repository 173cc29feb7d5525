import type { HeatMap } from '../../../schema/index.js';
import { money, percent, price, signedMoney, withSign } from '../../number-format.js';
import type { HeatCell, HeatMapBlock, Section } from '../report.js';

const LEGEND = '+ gain, - loss; one mark up to a third of the largest figure, two up to two thirds, three above';

/** Profit and loss over price and volatility, one map per underlying; null when there is none. */
export function heatMapSection(maps: readonly HeatMap[]): Section | null {
  return maps.length === 0
    ? null
    : { title: 'Profit and loss by price and volatility', blocks: maps.map(heatMapBlock) };
}

/** Price moves run down the page, so that any number of them fits a terminal. */
function heatMapBlock(map: HeatMap): HeatMapBlock {
  const largest = Math.max(0, ...map.pnl.flat().map(Math.abs));
  return {
    kind: 'heat-map',
    caption: `${map.underlying} at ${price(map.level)}`,
    rowTitle: 'price move',
    columns: map.volatilities.map((volatility) => (volatility === 'none' ? 'vol as is' : `vol ${volatility}`)),
    rows: map.priceMoves.map((move, column) => ({
      label: withSign(percent(move)),
      cells: map.volatilities.map((_, row) => heatCell(map.pnl[row]?.[column] ?? 0, largest)),
    })),
    legend: LEGEND,
  };
}

function heatCell(pnl: number, largest: number): HeatCell {
  // What reads as zero has no side.
  const heat = money(pnl) === '0' ? 0 : Math.sign(pnl) * Math.max(1, Math.ceil((3 * Math.abs(pnl)) / largest));
  return { text: signedMoney(pnl), heat };
}
