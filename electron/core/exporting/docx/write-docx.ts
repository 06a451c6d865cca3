import { strToU8 } from 'fflate';
import { drawableCharts } from '../../../../shared/chart/drawn-kind.ts';
import type { Layout } from '../../../../shared/gongwen/layout.ts';
import type { FigureRecord } from '../../../../shared/report/manifest.ts';
import type { PrintedBlock, PrintedDocument } from '../../../../shared/report/printed.ts';
import type { Picture, Pictures } from '../picture.ts';
import { writeChartParts } from './chart-parts.ts';
import type { DocumentRelations } from './context.ts';
import { writeDocumentPart } from './document-part.ts';
import { writeDraftHeader } from './draft-header.ts';
import { writeManifestParts } from './manifest-part.ts';
import { planNumbers } from './number-plan.ts';
import { writeNumbering } from './numbering.ts';
import { type PackagePart, type Relationship, writePackage } from './open-package.ts';
import { writeAppProperties, writeCoreProperties } from './properties.ts';
import { evenFooterId, type Neighbour, neighbour, oddFooterId, officeType, shellOf, wordType } from './shell.ts';

export interface DocxInput {
  readonly document: PrintedDocument;
  readonly layout: Layout;
  readonly pictures: Pictures;
  /** For the manifest that the file carries; empty: none. */
  readonly records: readonly FigureRecord[];
  /** Prints 草稿 across every page. */
  readonly isDraft: boolean;
  /** Page of each block by its place in the document, where it is known. */
  readonly pages: ReadonlyMap<number, number>;
}

const numberingId = 7;
const draftHeaderId = 8;
const manifestId = 9;
const chartRelationship = (number: number): string => `rId${manifestId + number}`;

function related(paths: readonly string[], kind: string, idOf: (number: number) => string): readonly Relationship[] {
  return paths.map((path, index) => ({
    id: idOf(index + 1),
    type: `${officeType}/${kind}`,
    target: path.startsWith('word/') ? path.slice('word/'.length) : `../${path}`,
  }));
}

/** The pictures that the document shows, each once. */
function shownPictures(blocks: readonly PrintedBlock[], pictures: Pictures): readonly (readonly [string, Picture])[] {
  const shown = new Set(blocks.flatMap((block) => (block.kind === 'image' ? [block.sha256] : [])));
  return [...shown].flatMap((sha256) => {
    const picture = pictures.get(sha256);
    return picture === undefined ? [] : [[sha256, picture] as const];
  });
}

function picturePart({ mediaType, bytes }: Picture, number: number): PackagePart {
  const extension = mediaType === 'image/png' ? 'png' : 'jpeg';
  return { path: `word/media/image${number}.${extension}`, contentType: mediaType, content: bytes, relationships: [] };
}

function propertyParts(title: string): readonly PackagePart[] {
  const core = {
    path: 'docProps/core.xml',
    contentType: 'application/vnd.openxmlformats-package.core-properties+xml',
    content: strToU8(writeCoreProperties(title)),
    relationships: [],
  };
  const app = {
    path: 'docProps/app.xml',
    contentType: 'application/vnd.openxmlformats-officedocument.extended-properties+xml',
    content: strToU8(writeAppProperties()),
    relationships: [],
  };
  return [core, app];
}

const rootRelationships: readonly Relationship[] = [
  { id: 'rId1', type: `${officeType}/officeDocument`, target: 'word/document.xml' },
  {
    id: 'rId2',
    type: 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
    target: 'docProps/core.xml',
  },
  { id: 'rId3', type: `${officeType}/extended-properties`, target: 'docProps/app.xml' },
];

function ownNeighbours({ layout, isDraft }: DocxInput, numbering: string): readonly Neighbour[] {
  const xml = (id: number, kind: string, path: string, content: string): Neighbour =>
    neighbour({ id, kind, contentType: `${wordType}.${kind}+xml`, path, content: strToU8(content) });
  return [
    xml(numberingId, 'numbering', 'numbering.xml', numbering),
    ...(isDraft ? [xml(draftHeaderId, 'header', 'header1.xml', writeDraftHeader(layout))] : []),
  ];
}

/** Writes a printed document as a Word file. The same input always gives the same bytes. */
export async function writeDocx(input: DocxInput): Promise<Uint8Array> {
  const { document, layout, records } = input;
  const numbers = planNumbers(document.blocks);
  const charts = drawableCharts(document.blocks);
  const chartParts = await writeChartParts(layout, charts);
  const pictures = shownPictures(document.blocks, input.pictures);
  const pictureParts = pictures.map(([, picture], at) => picturePart(picture, at + 1));
  const manifest = records.length === 0 ? [] : writeManifestParts(records);
  const neighbours = [...(await shellOf(layout)), ...ownNeighbours(input, writeNumbering(layout, numbers.restarts))];
  const pictureRelationship = (number: number): string => chartRelationship(charts.length + number);
  const relations: DocumentRelations = {
    oddFooter: `rId${oddFooterId}`,
    evenFooter: `rId${evenFooterId}`,
    draftHeader: input.isDraft ? `rId${draftHeaderId}` : null,
    chart: chartRelationship,
    image: (sha256) => {
      const at = pictures.findIndex(([key]) => key === sha256);
      const picture = pictures[at]?.[1];
      return picture === undefined ? null : { ...picture, id: pictureRelationship(at + 1) };
    },
  };
  const main: PackagePart = {
    path: 'word/document.xml',
    contentType: `${wordType}.document.main+xml`,
    content: strToU8(writeDocumentPart({ blocks: document.blocks, layout, numbers, relations, pages: input.pages })),
    relationships: [
      ...neighbours.map(({ relationship }) => relationship),
      ...related(
        chartParts.map(({ path }) => path).filter((path) => path.startsWith('word/charts/')),
        'chart',
        chartRelationship,
      ),
      ...related(
        pictureParts.map(({ path }) => path),
        'image',
        pictureRelationship,
      ),
      ...related(
        manifest.slice(0, 1).map(({ path }) => path),
        'customXml',
        () => `rId${manifestId}`,
      ),
    ],
  };
  const parts = [main, ...neighbours.map(({ part }) => part), ...chartParts, ...pictureParts, ...manifest];
  return writePackage([...parts, ...propertyParts(document.title)], rootRelationships);
}
