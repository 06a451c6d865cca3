import { decodeStrictly, detectText, encodingByMark } from './decode-text.ts';

/** Text of a file that begins with `<`, by the encoding it declares; null when it does not begin so. */
export function decodeMarkup(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  const marked = encodingByMark(bytes);
  if (marked === null && !/^\s*</.test(head)) return startsAsMarkup(detectText(bytes)?.text ?? null);
  const declared = marked ?? declaredEncoding(head);
  const text = declared === null ? null : decodeStrictly(bytes, declared);
  return startsAsMarkup(text ?? detectText(bytes)?.text ?? null);
}

function startsAsMarkup(text: string | null): string | null {
  return text !== null && /^\s*</.test(text) ? text : null;
}

/** `<?xml … encoding="GB2312"?>` or `<meta charset=gb2312>`; GB18030 for all its forerunners, as browsers do. */
function declaredEncoding(head: string): string | null {
  const [, name = ''] =
    /<\?xml[^>]*encoding\s*=\s*["']([\w-]+)/i.exec(head) ?? /<meta[^>]*charset\s*=\s*["']?([\w-]+)/i.exec(head) ?? [];
  if (name === '') return null;
  return /^(gb2312|gbk|gb_?2312-80|x-gbk|hz-gb-2312)$/i.test(name) ? 'gb18030' : name;
}
