import type { CompareResult, Envelope } from '../../schema/index.js';
import { money, percent, withSign } from '../number-format.js';
import { assembleReport } from './assemble-report.js';
import { brokenLimits } from './broken-limits.js';
import { cell } from './cell.js';
import type { Cell, Report } from './report.js';
import type { ReportDetail } from './report-detail.js';
import { comparedLimitsSection } from './sections/compared-limits-section.js';
import { comparedMarginsSection } from './sections/compared-margins-section.js';
import { comparedPartsSection } from './sections/compared-parts-section.js';
import { comparedPositionsSection } from './sections/compared-positions-section.js';
import { comparedScenariosSection } from './sections/compared-scenarios-section.js';
import { notComparedSection } from './sections/not-compared-section.js';
import { ruleBooksSection } from './sections/rule-books-section.js';

/** One book under several rule books: which is cheapest, by how much, and which cannot margin it. */
export function compareReport(document: Envelope<CompareResult>, detail: ReportDetail): Report {
  return assembleReport(document, detail, (result) => ({
    sections: [
      comparedMarginsSection(result),
      notComparedSection(result, detail.activeChildren),
      comparedLimitsSection(result),
      comparedScenariosSection(result),
      comparedPartsSection(result),
      comparedPositionsSection(result, detail),
      ruleBooksSection(result),
    ],
    summary: summaryOf(result, document.status === 'no'),
  }));
}

function summaryOf({ models, currency }: CompareResult, refused: boolean): Cell {
  const ranked = models.filter(({ rank }) => rank !== null);
  const [cheapest, second] = ranked;
  if (cheapest === undefined) return cell('No model can margin the book.', 'bad');
  const least = `Lowest initial margin: ${money(cheapest.initialMargin ?? 0)} ${currency} under ${cheapest.name}`;
  const next = second === undefined ? '' : `; next ${second.name}${distance(second)}`;
  const left = models.length - ranked.length;
  const head = `${least}${next}.${left === 0 ? '' : ` ${left} of ${models.length} models cannot margin the book.`}`;
  const broken = brokenLimits(cheapest.limits);
  if (broken !== '') return cell(`${head} ${broken}`, 'bad');
  return refused ? cell(`${head} That is above the threshold.`, 'bad') : cell(head, 'strong');
}

function distance({ aboveCheapest, aboveCheapestRatio }: CompareResult['models'][number]): string {
  if (aboveCheapest === 0) return ' with the same';
  return aboveCheapestRatio === null ? '' : ` at ${withSign(percent(aboveCheapestRatio))}`;
}
