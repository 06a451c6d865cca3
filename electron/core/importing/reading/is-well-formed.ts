/** A comment, CDATA, an instruction or declaration, a tag, or a `<` that begins none of them. */
const pattern =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<!(?![-[])[^>]*>|<(\/?)([\p{L}_][^\s<>/]*)((?:[^<>"']|"[^"<]*"|'[^'<]*')*)>|</gu;

const attributes = /^(?:\s+[^\s=<>"']+\s*=\s*(?:"[^"]*"|'[^']*'))*\s*\/?$/;

/**
 * Whether every element of XML that a program wrote is closed in its order. One that is not was cut off or damaged, and
 * figures read from the rest may be halves, or stand in other rows than they did.
 */
export function isWellFormed(xml: string): boolean {
  const open: string[] = [];
  for (const [whole, slash, name, rest = ''] of xml.matchAll(pattern)) {
    if (whole === '<') return false;
    if (name === undefined) continue;
    if (slash === '/') {
      if (open.pop() !== name) return false;
    } else {
      if (!attributes.test(rest)) return false;
      if (!rest.endsWith('/')) open.push(name);
    }
  }
  return open.length === 0;
}
