import { describe, expect, it } from 'vitest';
import { PAGE_DETAIL, TERMINAL_DETAIL } from '../../../src/render/report/report-detail.js';
import { breakdownSection } from '../../../src/render/report/sections/breakdown-section.js';
import type { Breakdown } from '../../../src/schema/index.js';
import { sectionText } from './section-text.js';

const leaf = (name: string, amount: number, active = false): Breakdown => ({ name, amount, active, children: [] });

describe('breakdownSection', () => {
  it('draws branches and marks what counts', () => {
    const root = {
      ...leaf('initial', 300, true),
      children: [
        { ...leaf('worst', 250, true), children: [leaf('a', 250, true), leaf('b', 10)] },
        leaf('basis', 50, true),
      ],
    };
    expect(sectionText(breakdownSection(root, TERMINAL_DETAIL))).toEqual([
      '* initial | 300',
      '|- * worst | 250',
      '|  |- * a | 250',
      '|  `- b | 10.00',
      '`- * basis | 50.00',
    ]);
  });

  it('keeps the child that decides and the largest of the others, in their order, and counts the rest', () => {
    const children = Array.from({ length: 60 }, (_, i) => leaf(`s${i}`, i, i === 59));
    expect(sectionText(breakdownSection({ ...leaf('max', 59, true), children }, TERMINAL_DETAIL))).toEqual([
      '* max | 59.00',
      '|- s57 | 57.00',
      '|- s58 | 58.00',
      '|- * s59 | 59.00',
      '`- ... 57 more | ',
    ]);
  });

  it('shows more of them on a page', () => {
    const children = Array.from({ length: 60 }, (_, i) => leaf(`s${i}`, i, i === 59));
    const lines = sectionText(breakdownSection({ ...leaf('max', 59, true), children }, PAGE_DETAIL));
    expect(lines).toHaveLength(1 + 6 + 1);
    expect(lines.at(-1)).toBe('`- ... 54 more | ');
  });

  it('never hides one child alone behind a line that counts it', () => {
    const children = [leaf('a', 1), leaf('b', 2), leaf('c', 3)];
    expect(sectionText(breakdownSection({ ...leaf('max', 3, true), children }, TERMINAL_DETAIL))).toHaveLength(4);
  });

  it('leaves out what lies at or below zero and does not count', () => {
    const children = [leaf('delta', 5, true), leaf('minus delta', -5), leaf('nothing', 0)];
    expect(sectionText(breakdownSection({ ...leaf('abs', 5, true), children }, TERMINAL_DETAIL))).toEqual([
      '* abs | 5.00',
      '`- * delta | 5.00',
    ]);
  });

  it('goes three levels deep on a terminal and further on a page', () => {
    const deep = [1, 2, 3, 4, 5].reduceRight(
      (below: Breakdown[], i) => [{ ...leaf(`l${i}`, 1, true), children: below }],
      [],
    );
    const root = { ...leaf('root', 1, true), children: deep };
    expect(sectionText(breakdownSection(root, TERMINAL_DETAIL))).toHaveLength(4);
    expect(sectionText(breakdownSection(root, PAGE_DETAIL))).toHaveLength(6);
  });
});
