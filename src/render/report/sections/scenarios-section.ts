import type { MarginResult } from '../../../schema/index.js';
import { figure, signedMoney } from '../../number-format.js';
import { cell } from '../cell.js';
import type { Section } from '../report.js';
import { signTone } from '../sign-tone.js';
import { tableOf } from '../table-of.js';

const WORST_SHOWN = 5;

type ScenarioLine = MarginResult['scenarios'][number];

/** The five worst scenarios and the best one; the rest are counted. Null when the model has none. */
export function scenariosSection(scenarios: readonly ScenarioLine[]): Section | null {
  if (scenarios.length === 0) return null;
  const ordered = [...scenarios].sort((a, b) => a.pnl * a.weight - b.pnl * b.weight);
  const long = ordered.length > WORST_SHOWN + 1;
  const shown = long ? [...ordered.slice(0, WORST_SHOWN), ...ordered.slice(-1)] : ordered;
  const table = tableOf<ScenarioLine>(
    [
      { title: 'scenario', align: 'left', of: (line) => line.name },
      { title: 'P&L', of: (line) => cell(signedMoney(line.pnl), signTone(line.pnl)) },
      { title: 'weight', rank: 1, of: (line) => figure(line.weight) },
      { title: 'weighted', of: (line) => signedMoney(line.pnl * line.weight) },
    ],
    shown,
  );
  return {
    title: long ? `Scenarios: the ${WORST_SHOWN} worst and the best of ${scenarios.length}` : 'Scenarios',
    blocks: [table],
  };
}
