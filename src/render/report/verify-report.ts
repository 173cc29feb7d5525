import type { Check, Difference, Envelope, VerifyResult } from '../../schema/index.js';
import { figure, money } from '../number-format.js';
import { assembleReport } from './assemble-report.js';
import { cell } from './cell.js';
import type { Cell, Report, Section } from './report.js';
import type { ReportDetail } from './report-detail.js';
import { tableOf } from './table-of.js';

/** Hexadecimal digits of a hash shown on a page; --json has them all. */
const HASH_DIGITS = 12;

/** Whether a document holds: every check with its figure, then where it differs, then what nobody but the solver says. */
export function verifyReport(document: Envelope<VerifyResult>, detail: ReportDetail): Report {
  return assembleReport(document, detail, (result) => ({
    sections: [differencesSection(result.differences, detail), checksSection(result), solverSection(result)],
    summary: summaryOf(result),
  }));
}

function checksSection({ checks }: VerifyResult): Section {
  return {
    title: 'Checks',
    blocks: [
      tableOf<Check>(
        [
          { title: 'check', align: 'left', of: ({ name }) => name },
          { title: '', align: 'left', of: ({ ok }) => (ok ? cell('ok', 'good') : cell('FAILED', 'bad')) },
          { title: 'document says', of: ({ found }) => figureText(found) },
          { title: 'made again', of: againText },
          { title: 'rests on', align: 'left', rank: 1, of: ({ rests }) => rests },
        ],
        checks,
        {
          detailTitle: 'detail',
          detail: ({ ok, rests, detail }) => (ok && rests === 'inputs' ? '' : detail),
        },
      ),
    ],
  };
}

/** Blank where it reads the same: the eye looks for what differs. */
function againText({ ok, expected, found }: Check): string {
  const text = figureText(expected);
  return ok && text === figureText(found) ? '' : text;
}

function figureText(value: Check['found']): string {
  if (value === null) return '';
  if (typeof value === 'string') return /^[0-9a-f]{64}$/.test(value) ? `${value.slice(0, HASH_DIGITS)}...` : value;
  return Math.abs(value) >= 1000 ? money(value) : figure(value);
}

function differencesSection(differences: readonly Difference[], { reasons }: ReportDetail): Section | null {
  if (differences.length === 0) return null;
  return {
    title: 'Differences',
    blocks: [
      tableOf(
        [
          { title: 'where', align: 'left', of: ({ path }) => path },
          { title: 'document says', align: 'left', of: ({ found }) => found },
          { title: 'made again', align: 'left', of: ({ expected }) => expected },
        ],
        differences,
        { limit: reasons, noun: 'differences' },
      ),
    ],
  };
}

function solverSection({ restsOnSolver }: VerifyResult): Section | null {
  if (restsOnSolver.length === 0) return null;
  const text = `Only the solver stands for: ${restsOnSolver.join(', ')}.`;
  return { title: 'Not proved', blocks: [{ kind: 'text', text, tone: 'muted' }] };
}

function summaryOf({ document, file, verified, checks, failed, figures }: VerifyResult): Cell {
  const name = file === '-' ? 'standard input' : file;
  const compared = `${figures} figures made again`;
  if (verified) return cell(`Verified: ${name} (${document}): ${checks.length} checks hold, ${compared}.`, 'good');
  return cell(`NOT verified: ${name} (${document}): ${failed} of ${checks.length} checks fail, ${compared}.`, 'bad');
}
