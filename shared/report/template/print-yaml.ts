import { Document, isCollection, visit } from 'yaml';

/** YAML of a template's block, each string on one line, so that no line of it can end the block it stands in. */
export function printYaml(content: Readonly<Record<string, unknown>>, flowKeys: readonly string[] = []): string {
  const document = new Document(content);
  for (const key of flowKeys) {
    const node = document.get(key, true);
    if (isCollection(node)) node.flow = true;
  }
  visit(document, {
    Scalar(_, node) {
      // Only between double quotes are line ends of every kind escapes, and signs that cannot be seen content.
      if (typeof node.value === 'string' && /[\p{Cc}\p{Zl}\p{Zp}\p{Cf}]/u.test(node.value)) node.type = 'QUOTE_DOUBLE';
    },
  });
  return document.toString({
    lineWidth: 0,
    flowCollectionPadding: false,
    blockQuote: false,
    doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
  });
}
