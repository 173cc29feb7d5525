import type { SourceLocation } from '../../domain/index.js';

const NONE: readonly XmlNode[] = [];

/** An element of an XML file with all that is in it. */
export class XmlNode {
  readonly name: string;
  readonly line: number;
  readonly column: number;
  /** Most elements have none: a file has a million of those. */
  children: readonly XmlNode[] = NONE;
  text = '';

  constructor(name: string, line: number, column: number) {
    this.name = name;
    this.line = line;
    this.column = column;
  }

  add(child: XmlNode): void {
    if (this.children === NONE) this.children = [child];
    else (this.children as XmlNode[]).push(child);
  }

  /** The first element inside it of a name. */
  child(name: string): XmlNode | undefined {
    for (const one of this.children) if (one.name === name) return one;
    return undefined;
  }

  /** All elements inside it of a name. */
  all(name: string): XmlNode[] {
    return this.children.filter((one) => one.name === name);
  }

  /** The text of an element inside it, without blanks around it; empty where there is none. */
  textOf(name: string): string {
    return this.child(name)?.text.trim() ?? '';
  }

  at(file: string): SourceLocation {
    return { file, line: this.line, column: this.column };
  }
}
