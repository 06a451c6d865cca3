import { strToU8 } from 'fflate';
import type { Layout } from '../../../../shared/gongwen/layout.ts';
import type { PrintedDocument } from '../../../../shared/report/printed.ts';
import { writeChartParts, writeTheme } from './chart-parts.ts';
import { drawableCharts } from './charts.ts';
import { writeDocumentPart } from './document-part.ts';
import { writeFontTable } from './fonts.ts';
import { writeFooter } from './footers.ts';
import { planNumbers } from './number-plan.ts';
import { writeNumbering } from './numbering.ts';
import { type PackagePart, type Relationship, writePackage } from './open-package.ts';
import { writeAppProperties, writeCoreProperties } from './properties.ts';
import { writeSettings } from './settings.ts';
import { writeStyles } from './styles.ts';

export interface DocxInput {
  readonly document: PrintedDocument;
  readonly layout: Layout;
}

const officeType = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const packageType = 'application/vnd.openxmlformats-package';

interface Neighbour {
  readonly part: PackagePart;
  readonly relationship: Relationship;
}

function neighbour(id: number, kind: string, contentType: string, path: string, content: Uint8Array): Neighbour {
  return {
    part: { path: `word/${path}`, contentType, content, relationships: [] },
    relationship: { id: `rId${id}`, type: `${officeType}/${kind}`, target: path },
  };
}

const oddFooterId = 5;
const evenFooterId = 6;
const numberingId = 7;

/** The parts that depend on the layout alone: made once for the hundreds of reports of a batch. */
async function writeShell(layout: Layout): Promise<readonly Neighbour[]> {
  const xml = (id: number, kind: string, content: string, path = `${kind}.xml`): Neighbour =>
    neighbour(id, kind, `${wordType}.${kind}+xml`, path, strToU8(content));
  const themeType = 'application/vnd.openxmlformats-officedocument.theme+xml';
  return [
    xml(1, 'styles', writeStyles(layout)),
    xml(2, 'settings', writeSettings()),
    xml(3, 'fontTable', writeFontTable(layout)),
    neighbour(4, 'theme', themeType, 'theme/theme1.xml', await writeTheme(layout)),
    xml(oddFooterId, 'footer', writeFooter(layout, 'right'), 'footer1.xml'),
    xml(evenFooterId, 'footer', writeFooter(layout, 'left'), 'footer2.xml'),
  ];
}

const shells = new WeakMap<Layout, Promise<readonly Neighbour[]>>();

function shellOf(layout: Layout): Promise<readonly Neighbour[]> {
  const known = shells.get(layout);
  if (known !== undefined) return known;
  const made = writeShell(layout);
  shells.set(layout, made);
  return made;
}

const chartRelationship = (number: number): string => `rId${numberingId + number}`;

function relateCharts(parts: readonly PackagePart[]): readonly Relationship[] {
  return parts
    .filter(({ path }) => path.startsWith('word/charts/'))
    .map(({ path }, index) => ({
      id: chartRelationship(index + 1),
      type: `${officeType}/chart`,
      target: path.slice('word/'.length),
    }));
}

function propertyParts(title: string): readonly PackagePart[] {
  const core = {
    path: 'docProps/core.xml',
    contentType: `${packageType}.core-properties+xml`,
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

/** Writes a printed document as a Word file. The same document and layout always give the same bytes. */
export async function writeDocx({ document, layout }: DocxInput): Promise<Uint8Array> {
  const numbers = planNumbers(document.blocks);
  const charts = drawableCharts(document.blocks);
  const chartParts = await writeChartParts(layout, charts);
  const numbering = writeNumbering(layout, numbers.restarts);
  const neighbours = [
    ...(await shellOf(layout)),
    neighbour(numberingId, 'numbering', `${wordType}.numbering+xml`, 'numbering.xml', strToU8(numbering)),
  ];
  const body = writeDocumentPart({
    blocks: document.blocks,
    layout,
    numbers,
    relationshipIds: {
      oddFooter: `rId${oddFooterId}`,
      evenFooter: `rId${evenFooterId}`,
      chart: chartRelationship,
    },
  });
  const main: PackagePart = {
    path: 'word/document.xml',
    contentType: `${wordType}.document.main+xml`,
    content: strToU8(body),
    relationships: [...neighbours.map(({ relationship }) => relationship), ...relateCharts(chartParts)],
  };
  const parts = [main, ...neighbours.map(({ part }) => part), ...chartParts, ...propertyParts(document.title)];
  return writePackage(parts, rootRelationships);
}
