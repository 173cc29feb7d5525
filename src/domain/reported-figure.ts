import type { SourceLocation } from './source-location.js';

/** What a venue's report may say of a book as a whole, as margo calls it. */
export const WHOLE_FIGURES = ['initialMargin', 'maintenanceMargin', 'netInitial', 'netMaintenance', 'value'] as const;

export type WholeFigure = (typeof WHOLE_FIGURES)[number];

/** One amount that a venue reports, in the reporting currency; `part` names a component or a scenario. */
export interface ReportedFigure {
  readonly kind: WholeFigure | 'component' | 'scenario';
  readonly part: string | null;
  readonly amount: number;
  readonly origin: SourceLocation | null;
}
