import type { IssueList } from '../issue-list.js';
import type { XmlNode } from './xml-node.js';

/** Reads figures out of elements, with a complaint for each that is none. */
export class SpnNumbers {
  readonly #file: string;
  readonly #issues: IssueList;

  constructor(file: string, issues: IssueList) {
    this.#file = file;
    this.#issues = issues;
  }

  /** The number in an element, or `otherwise` where there is none or nothing in it; 0 after a complaint. */
  of(node: XmlNode, name: string, otherwise = 0): number {
    const child = node.child(name);
    return child === undefined || child.text === '' ? otherwise : this.in(child, node);
  }

  /** The number that an element is; 0 after a complaint. */
  in(child: XmlNode, node: XmlNode): number {
    const value = Number(child.text);
    if (Number.isFinite(value) && child.text.trim() !== '') return value;
    this.#issues.add('SPN_VALUE', {
      at: child.at(this.#file),
      field: `<${child.name}>`,
      value: child.text.trim(),
      subject: `<${node.name}> of line ${node.line}`,
      expected: 'a number',
    });
    return 0;
  }

  /** The text in an element that must be there; empty after a complaint. */
  required(node: XmlNode, name: string, expected: string): string {
    const text = node.textOf(name);
    if (text === '') this.complain(node, name, text, expected);
    return text;
  }

  complain(node: XmlNode, name: string, value: string, expected: string): void {
    this.#issues.add('SPN_VALUE', {
      at: (node.child(name) ?? node).at(this.#file),
      field: `<${name}>`,
      value,
      subject: `<${node.name}> of line ${node.line}`,
      expected,
    });
  }
}
