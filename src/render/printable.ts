const NAMED: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

// C0 and C1 controls and DEL drive a terminal; line and paragraph separators break a layout; bidirectional marks and
// overrides, zero-width characters and the byte-order mark make one name look like another; a lone surrogate is no character.
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/**
 * A text with every character that could drive a terminal or disguise a name spelled out (`\x1b`, `\u{202e}`), so that an
 * instrument name out of a hostile file is shown and not obeyed. Ordinary text, accents and emoji included, is unchanged.
 */
export function printable(text: string): string {
  return text.replace(UNSAFE, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return (
      NAMED[character] ?? (code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u{${code.toString(16)}}`)
    );
  });
}
