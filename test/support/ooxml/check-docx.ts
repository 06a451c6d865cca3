import { checkCharts } from './check-charts.ts';
import { checkDocument } from './check-document.ts';
import { checkOrder } from './check-order.ts';
import { checkPackage } from './check-package.ts';
import { openPackage } from './open-docx.ts';

/** Everything that is structurally wrong with a Word file of ours; empty when all is well. */
export function checkDocx(docx: Uint8Array): readonly string[] {
  const file = openPackage(docx);
  const wordParts = file.names.filter((name) => /^word\/[^/]+\.xml$/.test(name));
  return [
    ...checkPackage(file),
    ...checkDocument(file),
    ...checkCharts(file),
    ...wordParts.flatMap((path) => checkOrder(file.xml(path)).map((problem) => `${path}: ${problem}`)),
  ];
}
