import { element, textNode, xmlDeclaration } from './xml.ts';

/** `docProps/core.xml`: the title and the language, no author and no time: nobody asked to leave traces. */
export function writeCoreProperties(title: string): string {
  const namespaces = {
    'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
    'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  };
  return (
    xmlDeclaration +
    element('cp:coreProperties', namespaces, [
      element('dc:title', {}, [textNode(title)]),
      element('dc:language', {}, ['zh-CN']),
    ])
  );
}

/** `docProps/app.xml`. */
export function writeAppProperties(): string {
  const xmlns = 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties';
  return xmlDeclaration + element('Properties', { xmlns }, [element('Application', {}, ['汇稿'])]);
}
