import type { AttributeResult, AttributionLine } from '../../schema/index.js';
import { type CsvValue, csvText } from './csv-text.js';

const COLUMNS = [
  'kind',
  'name',
  'underlying',
  'expiry',
  'tag',
  'positions',
  'quantity',
  'standalone',
  'marginal',
  'incremental_up',
  'incremental_down',
  'component',
  'component_low',
  'component_high',
  'share',
];

/** An attribute document's main table: a row per line, `others` and `remainder`; the column `component` adds up to the margin. */
export function attributeCsv(result: AttributeResult | null): string {
  if (result === null) return csvText(COLUMNS, []);
  const { by, lines, others, remainder, initialMargin } = result;
  const share = initialMargin === 0 ? null : remainder / initialMargin;
  return csvText(COLUMNS, [
    ...lines.map((line) => rowOf(by, line)),
    ...(others === null ? [] : [rowOf('others', others)]),
    ['remainder', null, ...new Array<null>(9).fill(null), remainder, remainder, remainder, share],
  ]);
}

function rowOf(kind: string, line: AttributionLine): CsvValue[] {
  return [
    kind,
    line.name,
    line.underlying,
    line.expiry,
    line.tag,
    line.positions,
    line.quantity,
    line.standalone,
    line.marginal,
    line.incremental?.up ?? null,
    line.incremental?.down ?? null,
    line.component,
    line.componentLow,
    line.componentHigh,
    line.share,
  ];
}
