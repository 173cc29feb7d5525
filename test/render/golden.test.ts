/**
 * Whole outputs (`.txt` after `.md` and `.html` keeps formatters off them) compared with files, byte for byte. After a change of wording that is meant, write them anew with
 * `MARGO_WRITE_GOLDEN=1 npx vitest run test/render/golden.test.ts` and read the difference before committing it.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type RenderFormat, render } from '../../src/render/index.js';
import type { Envelope } from '../../src/schema/index.js';
import * as documents from './documents.js';

const FOLDER = join(dirname(fileURLToPath(import.meta.url)), 'golden');
const WRITE = process.env.MARGO_WRITE_GOLDEN === '1';

const DOCUMENTS: Readonly<Record<string, Envelope<unknown>>> = {
  margin: documents.marginDocument,
  'margin-empty': documents.emptyMarginDocument,
  'margin-error': documents.errorDocument,
  'margin-broken-limit': documents.brokenLimitDocument,
  'margin-hostile': documents.hostileDocument,
  optimize: documents.optimizeDocument,
  'optimize-infeasible': documents.infeasibleDocument,
  'optimize-stopped': documents.stoppedDocument,
  frontier: documents.frontierDocument,
  'frontier-stopped': documents.stoppedFrontierDocument,
  'frontier-infeasible': documents.infeasibleFrontierDocument,
  whatif: documents.whatIfDocument,
  allocate: documents.allocateDocument,
  collateral: documents.collateralDocument,
  compare: documents.compareDocument,
  correlate: documents.correlateDocument,
  attribute: documents.attributeDocument,
  'attribute-by-tag': documents.attributeByTagDocument,
  reconcile: documents.reconcileDocument,
  stress: documents.stressDocument,
  'stress-broken': documents.stressBrokenDocument,
  verify: documents.verifyDocument,
  'verify-ok': documents.verifiedDocument,
  models: documents.modelsDocument,
};

interface Variant {
  readonly format: RenderFormat;
  readonly width: number;
  readonly color: boolean;
  readonly ending: string;
}

const VARIANTS: readonly Variant[] = [
  { format: 'table', width: 80, color: false, ending: 'table.txt' },
  { format: 'md', width: 80, color: false, ending: 'md.txt' },
  { format: 'csv', width: 80, color: false, ending: 'csv' },
  { format: 'ndjson', width: 80, color: false, ending: 'ndjson' },
];

const CASES = [
  ...Object.keys(DOCUMENTS).flatMap((name) => VARIANTS.map((variant) => ({ name, ...variant }))),
  // One document shows what the others share: the page, the wide table, and the colours.
  { name: 'margin', format: 'html', width: 80, color: false, ending: 'html.txt' },
  { name: 'margin', format: 'table', width: 140, color: false, ending: 'wide.txt' },
  { name: 'margin', format: 'table', width: 80, color: true, ending: 'color.txt' },
  { name: 'optimize', format: 'table', width: 140, color: false, ending: 'wide.txt' },
  { name: 'compare', format: 'table', width: 140, color: false, ending: 'wide.txt' },
  { name: 'compare', format: 'table', width: 60, color: false, ending: 'narrow.txt' },
  { name: 'optimize', format: 'table', width: 60, color: false, ending: 'narrow.txt' },
] as const satisfies readonly (Variant & { readonly name: string })[];

describe('golden outputs', () => {
  it.each(CASES)('$name as $format, $ending', async ({ name, format, width, color, ending }) => {
    const text = await render(DOCUMENTS[name]!, { format, width, color });
    const file = join(FOLDER, `${name}.${ending}`);
    if (WRITE) {
      mkdirSync(FOLDER, { recursive: true });
      writeFileSync(file, text);
    }
    expect(text).toBe(readFileSync(file, 'utf8'));
  });

  it('has no file that no case compares', () => {
    expect(readdirSync(FOLDER).sort()).toEqual(CASES.map(({ name, ending }) => `${name}.${ending}`).sort());
  });
});
