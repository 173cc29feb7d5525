/** What an amount of the breakdown is of. */
export type SimmLevel = 'total' | 'productClass' | 'riskClass' | 'measure' | 'bucket' | 'addOns' | 'addOn' | 'schedule';

/**
 * A line of the breakdown: total -> product class -> risk class -> measure -> bucket, in USD. Amounts do not add up from
 * the children where correlations lie between.
 */
export interface SimmNode {
  readonly level: SimmLevel;
  readonly name: string;
  readonly amount: number;
  readonly children: readonly SimmNode[];
}
