import { strToU8 } from 'fflate';
import { writeZip, type ZipEntry } from '../zip/canonical-zip.ts';
import { element, xmlDeclaration } from './xml.ts';

/** An arrow from one part of an Open Packaging file to another. `target` is relative to the folder of its source. */
export interface Relationship {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

/** A part of an Open Packaging file (ISO/IEC 29500-2), such as `word/document.xml`. */
export interface PackagePart {
  readonly path: string;
  readonly contentType: string;
  readonly content: Uint8Array;
  readonly relationships: readonly Relationship[];
}

const contentTypesNamespace = 'http://schemas.openxmlformats.org/package/2006/content-types';
const relationshipsNamespace = 'http://schemas.openxmlformats.org/package/2006/relationships';
const relationshipsType = 'application/vnd.openxmlformats-package.relationships+xml';

function writeContentTypes(parts: readonly PackagePart[]): string {
  const defaults = [
    element('Default', { Extension: 'rels', ContentType: relationshipsType }),
    element('Default', { Extension: 'xml', ContentType: 'application/xml' }),
  ];
  const overrides = parts.map(({ path, contentType }) =>
    element('Override', { PartName: `/${path}`, ContentType: contentType }),
  );
  return xmlDeclaration + element('Types', { xmlns: contentTypesNamespace }, [...defaults, ...overrides]);
}

function writeRelationships(relationships: readonly Relationship[]): string {
  const items = relationships.map(({ id, type, target }) =>
    element('Relationship', { Id: id, Type: type, Target: target }),
  );
  return xmlDeclaration + element('Relationships', { xmlns: relationshipsNamespace }, items);
}

function relationshipsPath(path: string): string {
  const slash = path.lastIndexOf('/') + 1;
  return `${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`;
}

/** Writes a package: content types first, as sniffers of Word files expect, then every part and its relationships. */
export function writePackage(parts: readonly PackagePart[], rootRelationships: readonly Relationship[]): Uint8Array {
  const entries: ZipEntry[] = [
    { path: '[Content_Types].xml', content: strToU8(writeContentTypes(parts)) },
    { path: '_rels/.rels', content: strToU8(writeRelationships(rootRelationships)) },
  ];
  for (const part of parts) {
    entries.push({ path: part.path, content: part.content });
    if (part.relationships.length === 0) continue;
    entries.push({
      path: relationshipsPath(part.path),
      content: strToU8(writeRelationships(part.relationships)),
    });
  }
  return writeZip(entries);
}
