/** XML by strings: a report is some hundred elements, and its bytes must be known. */

export const xmlDeclaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export type Attributes = Readonly<Record<string, string | number | undefined>>;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);
}

/**
 * The text without what Word refuses or mistakes: control characters and U+FFFE/U+FFFF are not XML, half a surrogate pair
 * is not a character, and U+2060 (word joiner) makes Word's search miss the word it stands in.
 */
export function legalText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\t\n])[\p{Cc}\uFFFE\uFFFF\u2060]/gu, '');
}

/** An element; undefined attributes are left out, attribute values are escaped, children are XML already. */
export function element(name: string, attributes: Attributes = {}, children: readonly string[] = []): string {
  let tag = `<${name}`;
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) tag += ` ${key}="${escapeXml(legalText(String(value)))}"`;
  }
  return children.length === 0 ? `${tag}/>` : `${tag}>${children.join('')}</${name}>`;
}

/** A text node. */
export function textNode(text: string): string {
  return escapeXml(legalText(text));
}

/** An element of WordprocessingML whose whole content is its `w:val`. */
export function value(name: string, val: string | number): string {
  return element(name, { 'w:val': val });
}

export const wordNamespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
export const relationshipNamespace = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
/** VML, which Word 2007 and later, WPS and LibreOffice read alike where they differ about newer drawings. */
export const vmlNamespaces = {
  'xmlns:v': 'urn:schemas-microsoft-com:vml',
  'xmlns:o': 'urn:schemas-microsoft-com:office:office',
  'xmlns:w10': 'urn:schemas-microsoft-com:office:word',
} as const;
