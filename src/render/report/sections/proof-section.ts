import type { OptimizeResult } from '../../../schema/index.js';
import { figure, gapPercent, money, significant } from '../../number-format.js';
import { provenWords } from '../proven-words.js';
import type { Block, Section } from '../report.js';
import { horizonWords } from './horizon-words.js';
import { ROBUST_WORDS } from './robust-section.js';

/** What is known about how good the answer is: objective, bound, gap, and how they were checked. Null without an objective. */
export function proofSection(result: OptimizeResult): Section | null {
  if (result.objective === null) return null;
  const blocks: Block[] = [{ kind: 'text', text: proofSentence(result, result.objective), tone: 'plain' }];
  blocks.push({ kind: 'text', text: objectiveInWords(result), tone: 'muted' });
  const certificate = result.certificate;
  if (certificate !== null) {
    const program = `${certificate.kind} program of ${certificate.rows} rows and ${certificate.columns} columns`;
    const violation = significant(certificate.worstRowViolation, 2);
    blocks.push({
      kind: 'text',
      text: `A ${program}; largest violation of a row ${violation}.${checkedInWords(certificate)}`.replace(
        'A integer',
        'An integer',
      ),
      tone: 'muted',
    });
  }
  return { title: 'How good it is', blocks };
}

/** What of the bound was recomputed, and what rests on the solver's search. */
function checkedInWords({ kind, lpBound }: NonNullable<OptimizeResult['certificate']>): string {
  if (lpBound === null) return '';
  if (kind === 'linear') return ' The bound was recomputed from the multipliers in the document.';
  return ` Without whole numbers the bound is ${money(lpBound)}, recomputed from the multipliers in the document; the rest of it is the search's own.`;
}

function proofSentence(result: OptimizeResult, objective: number): string {
  const have = `The objective is ${money(objective)}`;
  if (result.bound === null || result.gap === null) return `${have}; no bound is known, so a better book may exist.`;
  const bound = `no admissible book can be below ${money(result.bound)}`;
  if (result.proven) return `${have} and ${bound}: ${provenWords(result.gap)}, gap ${gapPercent(result.gap)}.`;
  const left = money(Math.max(0, objective - result.bound));
  return `${have} and ${bound}: at most ${left} is left to gain (gap ${gapPercent(result.gap)}); not proven optimal.`;
}

function objectiveInWords({ marginWeight, horizon, robust, collateral }: OptimizeResult): string {
  const cases = robust === undefined ? '' : ` of ${ROBUST_WORDS[robust.rule]}`;
  const margin = `initial margin${cases} after the trades${horizon === undefined ? '' : `, ${horizonWords(horizon)},`}`;
  if (collateral !== undefined) {
    const { venue, horizonDays } = collateral;
    return `Objective: what the cheapest collateral at ${venue} for ${margin} costs over ${figure(horizonDays)} days, plus the trades' cost.`;
  }
  if (marginWeight === 1) return `Objective: ${margin} plus their cost.`;
  return `Objective: ${figure(marginWeight)} x ${margin} (its cost of capital) plus the trades' cost.`;
}
