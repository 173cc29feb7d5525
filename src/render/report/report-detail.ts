/** How much of the long lists a report keeps, and whether it carries the issues (on a terminal they are on standard error). */
export interface ReportDetail {
  readonly positions: number;
  readonly trades: number;
  readonly reasons: number;
  /** Children shown below a node of the breakdown: those that count, and the largest of those that do not. */
  readonly activeChildren: number;
  readonly inactiveChildren: number;
  /** Levels of the breakdown shown below its root. */
  readonly deepest: number;
  readonly issues: boolean;
}

export const TERMINAL_DETAIL: ReportDetail = {
  positions: 25,
  trades: 60,
  reasons: 10,
  activeChildren: 6,
  inactiveChildren: 2,
  deepest: 3,
  issues: false,
};

export const PAGE_DETAIL: ReportDetail = {
  positions: 1000,
  trades: 1000,
  reasons: 100,
  activeChildren: 60,
  inactiveChildren: 5,
  deepest: 12,
  issues: true,
};
