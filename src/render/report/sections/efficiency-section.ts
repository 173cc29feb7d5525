import type { Efficiency } from '../../../schema/index.js';
import { figure, money, percent, signedMoney } from '../../number-format.js';
import { cell } from '../cell.js';
import type { Section } from '../report.js';

/** What the margin carries: notional, theta, and the share of equity it ties up. */
export function efficiencySection(efficiency: Efficiency): Section {
  const share = (ratio: number | null) => (ratio === null ? 'not known' : percent(ratio));
  return {
    title: 'Capital efficiency',
    blocks: [
      {
        kind: 'facts',
        facts: [
          { label: 'Gross notional', value: cell(money(efficiency.grossNotional)), note: '' },
          {
            label: 'Notional to margin',
            value: cell(efficiency.notionalToMargin === null ? 'not known' : `${figure(efficiency.notionalToMargin)}x`),
            note: '',
          },
          { label: 'Theta a day', value: cell(signedMoney(efficiency.dailyTheta)), note: '' },
          { label: 'Theta to margin', value: cell(share(efficiency.dailyThetaToMargin)), note: 'a day' },
          { label: 'Margin to equity', value: cell(share(efficiency.marginToEquity)), note: '' },
        ],
      },
    ],
  };
}
