/** A fenced block of a page: ```` ```sh exit=4 ```` has the language `sh` and the attribute exit `4`. */
export interface Block {
  readonly page: string;
  /** Line of the opening fence, from 1. */
  readonly line: number;
  readonly language: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
}

const FENCE = /^(\s*)(`{3,})\s*(\S*)(.*)$/;

/**
 * The fenced blocks of a Markdown page, in order. After the language stand attributes: `word`, `word=value` or
 * `word="several words"`. Throws on a fence that is never closed.
 */
export function markdownBlocks(page: string, markdown: string): Block[] {
  const lines = markdown.split('\n');
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length; at++) {
    const opening = FENCE.exec(lines[at]!);
    if (opening === null) continue;
    const [, indent = '', ticks = '', language = '', rest = ''] = opening;
    const end = lines.findIndex((line, later) => later > at && line.trim() === ticks);
    if (end === -1) throw new Error(`${page}:${at + 1}: this block is never closed`);
    const text = lines.slice(at + 1, end).map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line));
    blocks.push({ page, line: at + 1, language, attributes: attributesOf(rest), text: `${text.join('\n')}\n` });
    at = end;
  }
  return blocks;
}

function attributesOf(text: string): Record<string, string> {
  const found = [...text.matchAll(/([\w-]+)(?:=(?:"([^"]*)"|(\S+)))?/g)];
  return Object.fromEntries(found.map(([, name = '', quoted, bare]) => [name, quoted ?? bare ?? '']));
}
