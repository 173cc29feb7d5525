import type { TreeBlock } from '../report/report.js';
import { escapeHtml } from './escape-html.js';

/** The tree as nested lists; what counts is bold and starred. */
export function treeHtml(block: TreeBlock): string {
  let html = '<ul class="tree">';
  let open = 0;
  block.lines.forEach((line, i) => {
    // Close the items and lists deeper than this line before it opens its own item.
    for (; open > line.depth; open--) html += '</li></ul>';
    if (i > 0 && (block.lines[i - 1]?.depth ?? 0) >= line.depth) html += '</li>';
    for (; open < line.depth; open++) html += '<ul>';
    const name = escapeHtml(line.name);
    html += `<li>${line.active ? `<strong>* ${name}</strong>` : name}`;
    if (line.amount !== '') html += ` <span class="amount">${escapeHtml(line.amount)}</span>`;
  });
  html += '</li></ul>'.repeat(open + (block.lines.length > 0 ? 1 : 0));
  if (block.lines.length === 0) html += '</ul>';
  return `${html}\n<p class="muted">${escapeHtml(block.legend)}</p>`;
}
