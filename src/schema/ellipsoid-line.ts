import { type Static, Type } from '@sinclair/typebox';
import { closed, Money } from './common.js';

/** With `--scenarios ellipsoid`: how the worst joint moves were searched for, and which were added to the listed scenarios. */
export const EllipsoidSchema = closed({
  scenarios: Type.Literal('ellipsoid'),
  rounds: Type.Integer({ description: 'searches; the last of a book found nothing worse' }),
  starts: Type.Integer({ description: 'points of the ellipsoid from which was searched' }),
  exact: Type.Boolean({
    description:
      'no joint move is worse, for the books are linear in their underlyings; false: a local search, so that the margin is a lower bound of that over the whole ellipsoid',
  }),
  listedMargin: Type.Number({
    description: 'initial margin by the listed scenarios alone, of the book after any trades',
  }),
  ellipsoidMargin: Money,
  added: Type.Array(
    closed({
      scenario: Type.String(),
      underlyings: Type.Array(Type.String()),
      z: Type.Array(Type.Number(), { description: 'scan ranges by which each underlying moves' }),
      volatility: Type.Union([Type.Literal('up'), Type.Literal('none'), Type.Literal('down')]),
      weight: Type.Number(),
      loss: Type.Number({ description: 'weighted loss in it, of the book after any trades' }),
    }),
  ),
  note: Type.String(),
});

export type EllipsoidLine = Static<typeof EllipsoidSchema>;
