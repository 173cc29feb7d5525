import sax from 'sax';
import { InputFault } from '../source/input-fault.js';
import { inputName } from '../source/input-name.js';
import type { TextSource } from '../source/text-source.js';
import { XmlNode } from './xml-node.js';

/** Takes an element that has ended, with those that hold it, the outermost first; true where it need not be kept in its parent. */
export type ElementEnded = (node: XmlNode, within: readonly XmlNode[]) => boolean;

/**
 * Reads an XML text piece by piece and hands over each element as it ends. What is not taken stays in the element around it,
 * so that a file larger than memory can be read. Throws `InputFault` with line and column where the text is not well-formed
 * or ends too early.
 */
export async function readXml(source: TextSource, root: string, ended: ElementEnded): Promise<void> {
  const parser = sax.parser(true, { position: true });
  const open: XmlNode[] = [];
  const { file } = source;
  const placeOf = (): { line: number; column: number } => {
    const tag = parser.position - parser.startTagPosition;
    return { line: parser.line + 1, column: Math.max(1, parser.column - tag) };
  };
  parser.onerror = ({ message }) => {
    const at = { file, line: parser.line + 1, column: parser.column + 1 };
    const within = open.at(-1);
    const inside = within === undefined ? '' : `, in <${within.name}> of line ${within.line}`;
    throw new InputFault('SPN_XML_BROKEN', { at, detail: `${worded(message)}${inside}` });
  };
  parser.onopentag = ({ name }) => {
    const { line, column } = placeOf();
    if (open.length === 0 && name !== root) {
      const at = { file, line, column };
      throw new InputFault('SPN_NOT_SPAN', { at, subject: inputName(file), detail: `it begins with <${name}>` });
    }
    open.push(new XmlNode(name, line, column));
  };
  parser.ontext = (text) => {
    const node = open.at(-1);
    if (node !== undefined) node.text += text;
  };
  parser.oncdata = parser.ontext;
  parser.onclosetag = () => {
    const node = open.pop()!;
    if (!ended(node, open)) open.at(-1)?.add(node);
  };
  for await (const piece of source.pieces) parser.write(piece.toString('utf8'));
  parser.close();
}

/** The first line of what the parser says, the rest being its own account of the place. */
function worded(message: string): string {
  const line = message.split('\n')[0] ?? '';
  return line === '' ? 'it is not well-formed' : `${line.charAt(0).toLowerCase()}${line.slice(1)}`;
}
