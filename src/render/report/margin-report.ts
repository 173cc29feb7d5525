import type { Envelope, MarginResult } from '../../schema/index.js';
import { money, percent } from '../number-format.js';
import { assembleReport } from './assemble-report.js';
import { brokenLimits } from './broken-limits.js';
import { cell } from './cell.js';
import type { Cell, Report } from './report.js';
import type { ReportDetail } from './report-detail.js';
import { breakdownSection } from './sections/breakdown-section.js';
import { correlationSection } from './sections/correlation-section.js';
import { efficiencySection } from './sections/efficiency-section.js';
import { ellipsoidSection } from './sections/ellipsoid-section.js';
import { greeksSection } from './sections/greeks-section.js';
import { heatMapSection } from './sections/heat-map-section.js';
import { limitsSection } from './sections/limits-section.js';
import { marginSection } from './sections/margin-section.js';
import { positionsSection } from './sections/positions-section.js';
import { scenariosSection } from './sections/scenarios-section.js';
import { worstScenarioSection } from './sections/worst-scenario-section.js';

/** What margin a book needs, and why. */
export function marginReport(document: Envelope<MarginResult>, detail: ReportDetail): Report {
  return assembleReport(document, detail, (result) => ({
    sections: [
      marginSection(result),
      limitsSection(result.limits, false),
      worstScenarioSection([{ label: '', worst: result.worstScenario }]),
      ellipsoidSection(result.search),
      breakdownSection(result.breakdown, detail),
      efficiencySection(result.efficiency),
      correlationSection(result.correlation),
      scenariosSection(result.scenarios),
      heatMapSection(result.heatMaps),
      greeksSection(result.greeks),
      positionsSection(result.positions, detail),
    ],
    summary: summaryOf(result, document.status === 'no'),
  }));
}

function summaryOf(result: MarginResult, refused: boolean): Cell {
  const decided = result.worstScenario === null ? '' : `, decided by "${result.worstScenario.name}"`;
  const ratio = result.efficiency.offsetRatio;
  const offset = ratio === null || ratio <= 0 ? '' : ` Netting saves ${percent(ratio)} of the standalone margin.`;
  const margin = `Initial margin ${money(result.initialMargin)} ${result.currency}${decided}.${offset}`;
  const broken = brokenLimits(result.limits);
  if (broken !== '') return cell(`${margin} ${broken}`, 'bad');
  return refused ? cell(`${margin} That is above the threshold.`, 'bad') : cell(margin, 'strong');
}
