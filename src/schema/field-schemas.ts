import { Type } from '@sinclair/typebox';

const NUMERIC_TEXT = '^\\s*[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]+)?\\s*$';

/** A number of an input file: a JSON number, the same number as text (all a CSV file has), or nothing. */
export const numberField = (description: string) =>
  Type.Union([Type.Number(), Type.String({ pattern: NUMERIC_TEXT }), Type.Literal(''), Type.Null()], { description });

/** A number that may carry a percent sign (`45%` is 0.45). */
export const percentField = (description: string) =>
  Type.Union(
    [
      Type.Number(),
      Type.String({ pattern: NUMERIC_TEXT.replace('\\s*$', '\\s*%?\\s*$') }),
      Type.Literal(''),
      Type.Null(),
    ],
    { description },
  );

/** A number that has to be there. */
export const requiredNumberField = (description: string) =>
  Type.Union([Type.Number(), Type.String({ pattern: NUMERIC_TEXT })], { description });

/** A number that has to be there, and may carry a percent sign. */
export const requiredPercentField = (description: string) =>
  Type.Union([Type.Number(), Type.String({ pattern: NUMERIC_TEXT.replace('\\s*$', '\\s*%?\\s*$') })], { description });

/** A word or a sentence, or nothing. */
export const textField = (description: string) => Type.Union([Type.String(), Type.Null()], { description });

/** One of a list of words, or nothing. */
export const choiceField = (choices: readonly string[], description: string) =>
  Type.Union([...choices.map((choice) => Type.Literal(choice)), Type.Literal(''), Type.Null()], { description });
