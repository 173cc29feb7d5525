import { printable } from '../printable.js';
import type { Report } from './report.js';

/**
 * The report with every text in it made printable: the one gate between names out of users' files and a terminal or a page.
 */
export function printableReport(report: Report): Report {
  return cleaned(report) as Report;
}

function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return printable(value);
  if (Array.isArray(value)) return value.map(cleaned);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, cleaned(item)]));
}
