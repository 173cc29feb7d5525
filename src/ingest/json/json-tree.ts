import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { IssueList } from '../issue-list.js';
import type { LineIndex } from './line-index.js';
import { nestingDepth } from './nesting-depth.js';

/** No document of ours comes near; the parser calls itself once a level. */
const MAX_DEPTH = 64;

const WORDS: Readonly<Record<string, string>> = {
  InvalidSymbol: 'this is not a JSON value; text needs double quotes',
  InvalidNumberFormat: 'this is not a JSON number',
  PropertyNameExpected: 'a key in double quotes is expected here',
  ValueExpected: 'a value is expected here',
  ColonExpected: 'a colon is expected here',
  CommaExpected: 'a comma is expected here',
  CloseBraceExpected: 'a closing } is expected here',
  CloseBracketExpected: 'a closing ] is expected here',
  EndOfFileExpected: 'the document ended before this',
  InvalidCommentToken: 'comments are not part of JSON',
  UnexpectedEndOfComment: 'the comment is not closed',
  UnexpectedEndOfString: 'the text is not closed',
  UnexpectedEndOfNumber: 'the number is not complete',
  InvalidUnicode: 'this is not a \\u escape',
  InvalidEscapeCharacter: 'this is not an escape',
  InvalidCharacter: 'this character needs an escape',
};

/**
 * Parses a JSON text into a tree with positions; null after any syntax error. Complains once a line, since what follows
 * an error on its line mostly comes from it. `lenient` allows comments and trailing commas.
 */
export function jsonTree(text: string, lines: LineIndex, issues: IssueList, lenient = false): Node | null {
  if (nestingDepth(text) > MAX_DEPTH) {
    issues.add('JSON_TOO_DEEP', { at: lines.at(0), detail: String(MAX_DEPTH) });
    return null;
  }
  const errors: ParseError[] = [];
  const options = { disallowComments: !lenient, allowTrailingComma: lenient, allowEmptyContent: false };
  const tree = parseTree(text, errors, options);
  let lastLine = 0;
  let lastName = '';
  for (const { error, offset, length } of errors) {
    const at = lines.at(offset);
    const name = printParseErrorCode(error);
    // The parser skips a word it does not know and then misses its value.
    const isEcho = lastName === 'InvalidSymbol' && name === 'ValueExpected';
    lastName = name;
    if (at.line === lastLine || isEcho) continue;
    lastLine = at.line;
    const value = text.slice(offset, offset + Math.min(length, 40));
    const hint = name === 'EndOfFileExpected' ? 'one object a line is NDJSON: name the file .ndjson' : undefined;
    issues.add('JSON_SYNTAX', { at, value, detail: WORDS[name] ?? name, hint });
  }
  return tree === undefined || errors.length > 0 ? null : tree;
}
