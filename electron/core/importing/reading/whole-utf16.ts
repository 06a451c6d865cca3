/**
 * Runs a library that decodes UTF-16 by `Buffer`, without ever handing over half a character: of an odd number of bytes
 * at an odd address Node writes one byte past the end of the text (nodejs/node#64697), which a damaged or hostile
 * workbook can bring about, and which ends the whole program.
 */
export function withWholeUtf16<T>(run: () => T): T {
  const decode = Buffer.prototype.toString;
  Buffer.prototype.toString = function toString(this: Buffer, encoding?: BufferEncoding, start = 0, end = this.length) {
    const length = Math.min(end, this.length) - start;
    const isHalved = (encoding === 'utf16le' || encoding === 'ucs2') && length > 0 && length % 2 === 1;
    return decode.call(this, encoding, start, isHalved ? start + length - 1 : end);
  };
  try {
    return run();
  } finally {
    Buffer.prototype.toString = decode;
  }
}
