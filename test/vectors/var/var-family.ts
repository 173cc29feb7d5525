import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { VectorCase, VectorFamily } from '../vector-case.js';
import { historicalCases } from './historical-cases.js';
import { parametricCases } from './parametric-cases.js';

const KINDS: Readonly<Record<string, (folder: string) => readonly VectorCase[]>> = {
  ore_parametric_ex15: parametricCases,
  ore_histsim: historicalCases,
};

/** Value at risk and expected shortfall: folders of the Open Source Risk Engine's examples, recognised by name. */
export const varFamily: VectorFamily = {
  name: 'var',
  run: (folder) => {
    const cases: VectorCase[] = [];
    const strangers: string[] = [];
    for (const name of readdirSync(folder).sort()) {
      const casesOf = KINDS[name];
      if (casesOf === undefined) {
        strangers.push(name);
        continue;
      }
      try {
        cases.push(...casesOf(join(folder, name)));
      } catch (error) {
        const problem = error instanceof Error ? error.message : String(error);
        cases.push({ name: `var/${name}`, comparisons: [], problem });
      }
    }
    const notCovered = strangers.map((name) => ({
      subject: `var/${name}`,
      reason: 'no example of that name is known here',
    }));
    return { cases, notCovered };
  },
};
