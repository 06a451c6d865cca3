import { strToU8 } from 'fflate';
import type { FigureRecord } from '../../../../shared/report/manifest.ts';
import { bookmarkName } from './bookmarks.ts';
import type { PackagePart } from './open-package.ts';
import { element, xmlDeclaration } from './xml.ts';

/** Names the manifest for whoever reads a file of ours again. */
export const manifestNamespace = 'urn:huigao:figures:1';
const storeNamespace = 'http://schemas.openxmlformats.org/officeDocument/2006/customXml';
/** An item must have a GUID; ours is always this one. */
const itemId = '{48474655-0001-4D41-8E49-464553540001}';

function writeManifest(records: readonly FigureRecord[]): string {
  const figures = records.map(({ id, formula, format, text, region, period, fingerprint }) =>
    element('figure', {
      id,
      bookmark: bookmarkName(id),
      formula,
      format: format ?? undefined,
      region,
      period,
      text,
      fingerprint,
    }),
  );
  return xmlDeclaration + element('figures', { xmlns: manifestNamespace }, figures);
}

/** The manifest of the figures as custom XML of the document, and the properties that Word wants beside it. */
export function writeManifestParts(records: readonly FigureRecord[]): readonly PackagePart[] {
  const namespaces = { 'xmlns:ds': storeNamespace, 'ds:itemID': itemId };
  const schemas = element('ds:schemaRefs', {}, [element('ds:schemaRef', { 'ds:uri': manifestNamespace })]);
  return [
    {
      path: 'customXml/item1.xml',
      contentType: 'application/xml',
      content: strToU8(writeManifest(records)),
      relationships: [
        {
          id: 'rId1',
          type: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXmlProps',
          target: 'itemProps1.xml',
        },
      ],
    },
    {
      path: 'customXml/itemProps1.xml',
      contentType: 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml',
      content: strToU8(xmlDeclaration + element('ds:datastoreItem', namespaces, [schemas])),
      relationships: [],
    },
  ];
}
