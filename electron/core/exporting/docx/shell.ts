import { strToU8 } from 'fflate';
import type { Layout } from '../../../../shared/gongwen/layout.ts';
import { writeTheme } from './chart-parts.ts';
import { writeFontTable } from './fonts.ts';
import { writeFooter } from './footers.ts';
import type { PackagePart, Relationship } from './open-package.ts';
import { writeSettings } from './settings.ts';
import { writeStyles } from './styles.ts';

export const officeType = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** A part beside the document part, and the arrow to it. */
export interface Neighbour {
  readonly part: PackagePart;
  readonly relationship: Relationship;
}

interface NeighbourInput {
  readonly id: number;
  readonly kind: string;
  readonly contentType: string;
  readonly path: string;
  readonly content: Uint8Array;
}

export function neighbour({ id, kind, contentType, path, content }: NeighbourInput): Neighbour {
  return {
    part: { path: `word/${path}`, contentType, content, relationships: [] },
    relationship: { id: `rId${id}`, type: `${officeType}/${kind}`, target: path },
  };
}

export const oddFooterId = 5;
export const evenFooterId = 6;

async function writeShell(layout: Layout): Promise<readonly Neighbour[]> {
  const xml = (id: number, kind: string, content: string, path = `${kind}.xml`): Neighbour =>
    neighbour({ id, kind, contentType: `${wordType}.${kind}+xml`, path, content: strToU8(content) });
  const themeType = 'application/vnd.openxmlformats-officedocument.theme+xml';
  const theme = { id: 4, kind: 'theme', contentType: themeType, path: 'theme/theme1.xml' };
  return [
    xml(1, 'styles', writeStyles(layout)),
    xml(2, 'settings', writeSettings()),
    xml(3, 'fontTable', writeFontTable(layout)),
    neighbour({ ...theme, content: await writeTheme(layout) }),
    xml(oddFooterId, 'footer', writeFooter(layout, 'right'), 'footer1.xml'),
    xml(evenFooterId, 'footer', writeFooter(layout, 'left'), 'footer2.xml'),
  ];
}

const shells = new WeakMap<Layout, Promise<readonly Neighbour[]>>();

/** The parts that depend on the layout alone: made once for the hundreds of reports of a batch. */
export function shellOf(layout: Layout): Promise<readonly Neighbour[]> {
  const known = shells.get(layout);
  if (known !== undefined) return known;
  const made = writeShell(layout);
  shells.set(layout, made);
  return made;
}
