import { assetOrNothing, cashOrNothing, gapOption } from '../../../src/pricing/digital-option.js';
import { type FxDeltaConvention, fxDelta, strikeOfFxDelta } from '../../../src/pricing/fx-delta.js';
import { type CsvRow, figure, toleranceOf } from '../csv-table.js';
import type { Comparison } from '../vector-case.js';
import { describesOptions, optionOf, rightOf } from './option-row.js';
import { hasColumns, type PricingFileKind } from './pricing-file.js';

/** Digital options: `cash10` pays 10, `asset` the asset, `gap_payoffstrike57` by a strike of 57; Haug (1998). */
export const digitalFile: PricingFileKind = (_name, columns) => {
  if (!hasColumns(columns, 'kind', 'value') || !describesOptions(columns)) return null;
  return {
    compare: (row) => {
      const ours = digitalPrice(row);
      if (ours === null) return { reason: `margo has no option of the kind ${row.cells.kind ?? ''}` };
      const theirs = figure(row, 'value');
      return [{ field: 'value', ours, theirs, tolerance: toleranceOf(row, 1e-4, theirs) }];
    },
  };
};

function digitalPrice(row: CsvRow): number | null {
  const kind = row.cells.kind ?? '';
  const option = optionOf(row);
  if (kind === 'asset') return assetOrNothing(option);
  const [, name, amount] = /^(cash|gap_payoffstrike)([0-9.]+)$/.exec(kind) ?? [];
  if (name === 'cash') return cashOrNothing(option, Number(amount));
  return name === undefined ? null : gapOption(option, Number(amount));
}

const CONVENTIONS: Readonly<Record<string, FxDeltaConvention>> = {
  Spot: 'spot',
  Fwd: 'forward',
  PaSpot: 'spotPa',
  PaFwd: 'forwardPa',
};

/** Foreign-exchange deltas at strikes, both ways. Strikes are compared relative to themselves. */
export const fxDeltaFile: PricingFileKind = (_name, columns) => {
  const terms = ['type', 'deltaType', 'spot', 'domesticDF', 'foreignDF', 'stdDev', 'strike', 'delta'];
  if (!hasColumns(columns, ...terms)) return null;
  return { compare: compareDelta };
};

function compareDelta(row: CsvRow): readonly Comparison[] | { readonly reason: string } {
  const convention = CONVENTIONS[row.cells.deltaType ?? ''];
  if (convention === undefined) return { reason: `margo counts no delta as ${row.cells.deltaType ?? ''}` };
  const terms = {
    convention,
    right: rightOf(row),
    spot: figure(row, 'spot'),
    domesticDiscount: figure(row, 'domesticDF'),
    foreignDiscount: figure(row, 'foreignDF'),
    stdDev: figure(row, 'stdDev'),
  };
  const [strike, delta] = [figure(row, 'strike'), figure(row, 'delta')];
  const tolerance = toleranceOf(row, 3e-4, delta);
  const found = strikeOfFxDelta(terms, delta);
  return [
    { field: 'delta', ours: fxDelta(terms, strike), theirs: delta, tolerance },
    {
      field: 'strike',
      ours: found.status === 'ok' ? found.strike : Number.NaN,
      theirs: strike,
      tolerance: tolerance * strike,
    },
  ];
}
