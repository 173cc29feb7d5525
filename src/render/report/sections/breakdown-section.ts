import type { Breakdown } from '../../../schema/index.js';
import { money } from '../../number-format.js';
import type { Section, TreeLine } from '../report.js';
import type { ReportDetail } from '../report-detail.js';

const LEGEND = '* counts towards the line above it';

/** Where the margin comes from: the formula as a tree, the children that decide marked, the rest thinned out and counted. */
export function breakdownSection(root: Breakdown, detail: ReportDetail): Section {
  const lines: TreeLine[] = [];
  walk(root, '', '', 0, detail, lines);
  return { title: 'Breakdown', blocks: [{ kind: 'tree', lines, legend: LEGEND }] };
}

function walk(
  node: Breakdown,
  branch: string,
  indent: string,
  depth: number,
  detail: ReportDetail,
  lines: TreeLine[],
): void {
  lines.push({ branch, depth, name: node.name, amount: money(node.amount), active: node.active });
  if (depth === detail.deepest) return;
  // The losing side of an absolute value or of a floor at zero explains nothing.
  const telling = node.children.filter((child) => child.active || child.amount > 0);
  const shown = shownChildren(telling, detail);
  const left = shown.length < telling.length ? node.children.length - shown.length : 0;
  shown.forEach((child, i) => {
    const last = i === shown.length - 1 && left === 0;
    walk(child, `${indent}${last ? '`- ' : '|- '}`, `${indent}${last ? '   ' : '|  '}`, depth + 1, detail, lines);
  });
  if (left > 0) {
    lines.push({ branch: `${indent}\`- `, depth: depth + 1, name: `... ${left} more`, amount: '', active: false });
  }
}

function shownChildren(children: readonly Breakdown[], detail: ReportDetail): readonly Breakdown[] {
  if (children.length <= detail.inactiveChildren + 1) return children;
  const bySize = [...children].sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount));
  const kept = new Set([
    ...bySize.filter((child) => child.active).slice(0, detail.activeChildren),
    ...bySize.filter((child) => !child.active).slice(0, detail.inactiveChildren),
  ]);
  return children.filter((child) => kept.has(child));
}
