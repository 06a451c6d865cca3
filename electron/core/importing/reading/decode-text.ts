export interface DecodedText {
  readonly text: string;
  readonly encoding: string;
  /** Whether the encoding was guessed by likelihood alone, so that a person should be told. */
  readonly guessed: boolean;
}

/** Text of a file without a declared encoding; null when it is none of those a Chinese office meets. */
export function decodeText(bytes: Uint8Array): string | null {
  return detectText(bytes)?.text ?? null;
}

/** By its mark, else UTF-16 by its zeros, else UTF-8, else GB18030, else Big5; all strictly. */
export function detectText(bytes: Uint8Array): DecodedText | null {
  const found = detect(withoutEndMark(bytes));
  return found === null || hasBinaryControls(found.text) ? null : found;
}

/** Programs of the DOS age close a file with Ctrl+Z. */
function withoutEndMark(bytes: Uint8Array): Uint8Array {
  return bytes.at(-1) === 0x1a ? bytes.subarray(0, -1) : bytes;
}

function detect(bytes: Uint8Array): DecodedText | null {
  const marked = encodingByMark(bytes);
  if (marked) return decoded(bytes, marked);
  const wide = encodingByZeros(bytes);
  if (wide) return decoded(bytes, wide, true);
  const utf8 = decoded(bytes, 'utf-8');
  if (utf8) return utf8;
  // Cut off or damaged in a few places: GB18030 would take nearly any bytes and show nonsense.
  if (isBrokenUtf8(bytes)) return null;
  const national = decoded(bytes, 'gb18030');
  if (national && !hasPrivateUse(national.text)) return national;
  const traditional = decoded(bytes, 'big5', true);
  return traditional && !hasPrivateUse(traditional.text) ? traditional : national;
}

function decoded(bytes: Uint8Array, encoding: string, guessed = false): DecodedText | null {
  const text = decodeStrictly(bytes, encoding);
  return text === null ? null : { text, encoding, guessed };
}

export function encodingByMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  return null;
}

/** Text in other encodings holds no zeros; in UTF-16 digits, tabs and line ends have them, on one side only. */
function encodingByZeros(bytes: Uint8Array): string | null {
  const sides = [0, 0];
  const length = Math.min(bytes.length, 64 * 1024);
  for (let at = 0; at < length; at += 1) if (bytes[at] === 0) sides[at % 2] = (sides[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = sides;
  if (odd > 0 && even === 0) return 'utf-16le';
  return even > 0 && odd === 0 ? 'utf-16be' : null;
}

export function decodeStrictly(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) return null;
    throw error;
  }
}

function isBrokenUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes.subarray(0, 1024 * 1024));
  const replaced = text.match(/\ufffd/g)?.length ?? 0;
  const whole = text.match(/[\u0800-\ufffc]/g)?.length ?? 0;
  return whole > replaced * 10;
}

/** GB18030 gives the commonest characters of Big5 no meaning of their own: it reads them as private ones. */
function hasPrivateUse(text: string): boolean {
  return /\p{Co}/u.test(text);
}

/** No table of text holds control characters other than tab and line ends. */
function hasBinaryControls(text: string): boolean {
  return /(?![\t\n\v\f\r])\p{Cc}/u.test(text);
}
