import { ProgramBuilder } from '../solver/index.js';
import type { CollateralProblem, PostableAsset, PostingTerms } from './collateral-problem.js';

/** The postings that meet what all venues ask for, where one of them asks for an amount that is still open. */
export interface RequirementProgram {
  readonly builder: ProgramBuilder;
  /** Column of the amount that the venue asks for. */
  readonly requirement: number;
  /** Row that says how much that is. */
  readonly requirementRow: number;
  /** Columns of the postings, in units. */
  readonly postings: readonly { readonly asset: number; readonly terms: PostingTerms; readonly column: number }[];
}

/**
 * What a venue asks for as a column of its own, so that caps that are parts of it move with it: then the least cost is a convex
 * function of the requirement, piecewise linear. Assets are posted in any part.
 *
 * @param at place of the venue
 * @param aim least cost a year; or the most that the venue may ask for
 */
export function buildRequirementProgram(
  { venues, assets }: CollateralProblem,
  at: number,
  aim: 'cost' | 'capacity',
): RequirementProgram {
  const builder = new ProgramBuilder();
  const requirement = builder.addColumn({
    name: `requirement of ${venues[at]!.venue}`,
    lower: 0,
    upper: Infinity,
    cost: aim === 'capacity' ? -1 : 0,
  });
  const postings = assets.flatMap((one, asset) =>
    one.terms.map((terms) => {
      const isPart = terms.venue === at && terms.shareCounted !== undefined;
      const name = `${one.asset} at ${venues[terms.venue]!.venue}`;
      const upper = isPart ? Infinity : terms.mostCounted / countedPerUnit(one, terms);
      const cost = aim === 'cost' ? terms.fundingCost * one.price : 0;
      return { asset, terms, column: builder.addColumn({ name, lower: 0, upper, cost }) };
    }),
  );
  for (const { asset, terms, column } of postings) {
    if (terms.venue !== at || terms.shareCounted === undefined) continue;
    const values = [countedPerUnit(assets[asset]!, terms), -terms.shareCounted];
    const name = `part of ${assets[asset]!.asset} at ${venues[at]!.venue}`;
    builder.addRow({ name, lower: -Infinity, upper: 0, indices: [column, requirement], values });
  }
  venues.forEach(({ venue, requirement: fixed }, v) => {
    const here = postings.filter(({ terms }) => terms.venue === v);
    const isOpen = v === at;
    const indices = [...here.map(({ column }) => column), ...(isOpen ? [requirement] : [])];
    const counted = here.map(({ asset, terms }) => countedPerUnit(assets[asset]!, terms));
    const values = [...counted, ...(isOpen ? [-1] : [])];
    builder.addRow({ name: `posted at ${venue}`, lower: isOpen ? 0 : fixed, upper: Infinity, indices, values });
  });
  assets.forEach(({ asset, amount }, a) => {
    const indices = postings.filter((one) => one.asset === a).map(({ column }) => column);
    const values = indices.map(() => 1);
    if (indices.length > 0)
      builder.addRow({ name: `amount of ${asset}`, lower: -Infinity, upper: amount, indices, values });
  });
  const requirementRow = builder.addRow({
    name: 'amount asked for',
    lower: 0,
    upper: Infinity,
    indices: [requirement],
    values: [1],
  });
  return { builder, requirement, requirementRow, postings };
}

/** Money that counts of one unit of an asset. */
function countedPerUnit({ price }: PostableAsset, { haircut }: PostingTerms): number {
  return price * (1 - haircut);
}
