/** Text of a file without a declared encoding: by its mark, else UTF-8, else GB18030; null when it is none of these. */
export function decodeText(bytes: Uint8Array): string | null {
  const marked = encodingByMark(bytes);
  for (const encoding of marked ? [marked] : ['utf-8', 'gb18030']) {
    const text = decodeStrictly(bytes, encoding);
    if (text !== null) return hasBinaryControls(text) ? null : text;
  }
  return null;
}

function encodingByMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

function decodeStrictly(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** No table of text holds control characters other than tab and line ends. */
function hasBinaryControls(text: string): boolean {
  return /(?![\t\n\v\f\r])\p{Cc}/u.test(text);
}
