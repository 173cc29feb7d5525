import { ALLOCATE_ISSUES } from './allocate-issues.js';
import { COLLATERAL_ISSUES } from './collateral-issues.js';
import { COMPARE_ISSUES } from './compare-issues.js';
import { CONFIG_ISSUES } from './config-issues.js';
import { CORRELATE_ISSUES } from './correlate-issues.js';
import { CRIF_ISSUES } from './crif-issues.js';
import { DIVIDEND_ISSUES } from './dividend-issues.js';
import { EXECUTION_ISSUES } from './execution-issues.js';
import { HISTORY_ISSUES } from './history-issues.js';
import { INGEST_ISSUES } from './ingest-issues.js';
import type { IssueEntry } from './issue-entry.js';
import { MOVED_CORRELATION_ISSUES } from './moved-correlation-issues.js';
import { PARAMETER_RANGE_ISSUES } from './parameter-range-issues.js';
import { PROFILE_ISSUES } from './profile-issues.js';
import { RECONCILE_ISSUES } from './reconcile-issues.js';
import { REPAIR_ISSUES } from './repair-issues.js';
import { ROBUST_ISSUES } from './robust-issues.js';
import { RUN_ISSUES } from './run-issues.js';
import { SPAN_ISSUES } from './span-issues.js';
import { STRESS_ISSUES } from './stress-issues.js';
import { THEN_ISSUES } from './then-issues.js';
import { VERIFY_ISSUES } from './verify-issues.js';

/** Every message margo shows a user about their data or request, by code: one place to review the wording. */
const TABLE = {
  ...INGEST_ISSUES,
  ...HISTORY_ISSUES,
  ...RUN_ISSUES,
  ...PROFILE_ISSUES,
  ...ALLOCATE_ISSUES,
  ...COLLATERAL_ISSUES,
  ...COMPARE_ISSUES,
  ...CORRELATE_ISSUES,
  ...CRIF_ISSUES,
  ...DIVIDEND_ISSUES,
  ...EXECUTION_ISSUES,
  ...MOVED_CORRELATION_ISSUES,
  ...PARAMETER_RANGE_ISSUES,
  ...RECONCILE_ISSUES,
  ...REPAIR_ISSUES,
  ...ROBUST_ISSUES,
  ...SPAN_ISSUES,
  ...STRESS_ISSUES,
  ...THEN_ISSUES,
  ...CONFIG_ISSUES,
  ...VERIFY_ISSUES,
} as const;

export type IssueCode = keyof typeof TABLE;

export const ISSUE_TABLE: Readonly<Record<IssueCode, IssueEntry>> = TABLE;
