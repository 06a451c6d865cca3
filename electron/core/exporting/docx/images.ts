import type { PrintedBlock } from '../../../../shared/report/printed.ts';
import { writeCaption } from './captions.ts';
import type { BlockPlace, DocumentContext } from './context.ts';
import { emuPerTwip, textHeightTwips, textWidthTwips, twipsOfMillimetres } from './measures.ts';
import { writeParagraph } from './paragraphs.ts';
import { plainRun, writeRun } from './runs.ts';
import { styleIds } from './styles.ts';
import { element } from './xml.ts';

type ImageBlock = Extract<PrintedBlock, { readonly kind: 'image' }>;

const drawingNamespace = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const pictureNamespace = 'http://schemas.openxmlformats.org/drawingml/2006/picture';

/** Pixels of a picture without a resolution of its own count 96 to the inch. */
const twipsPerPixel = 15;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The size asked for, or the picture's own, never beyond the type area; in twips. */
function printedSize(context: DocumentContext, place: BlockPlace, block: ImageBlock, pixels: Size): Size {
  const most = { width: textWidthTwips(context.layout, place.landscape), height: roomAboveCaption(context, place) };
  const asked = block.widthMillimetres;
  const width = asked === null ? pixels.width * twipsPerPixel : twipsOfMillimetres(asked);
  const height = (width * pixels.height) / pixels.width;
  const scale = Math.min(1, most.width / width, most.height / height);
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}

function roomAboveCaption({ layout }: DocumentContext, place: BlockPlace): number {
  return textHeightTwips(layout, place.landscape) - 2 * layout.linePitchTwips;
}

function writePicture(number: number, relationship: string, { width, height }: Size, block: ImageBlock): string {
  const size = { cx: width * emuPerTwip, cy: height * emuPerTwip };
  const name = `图片 ${number}`;
  const picture = element('pic:pic', { 'xmlns:pic': pictureNamespace }, [
    element('pic:nvPicPr', {}, [element('pic:cNvPr', { id: number, name }), element('pic:cNvPicPr')]),
    element('pic:blipFill', {}, [
      element('a:blip', { 'r:embed': relationship }),
      element('a:stretch', {}, [element('a:fillRect')]),
    ]),
    element('pic:spPr', {}, [
      element('a:xfrm', {}, [element('a:off', { x: 0, y: 0 }), element('a:ext', size)]),
      element('a:prstGeom', { prst: 'rect' }, [element('a:avLst')]),
    ]),
  ]);
  const inline = element('wp:inline', { distT: 0, distB: 0, distL: 0, distR: 0 }, [
    element('wp:extent', size),
    element('wp:docPr', { id: number, name, descr: block.alternative || block.caption }),
    element('wp:cNvGraphicFramePr'),
    element('a:graphic', { 'xmlns:a': drawingNamespace }, [
      element('a:graphicData', { uri: pictureNamespace }, [picture]),
    ]),
  ]);
  return element('w:r', {}, [element('w:rPr', {}, [element('w:noProof')]), element('w:drawing', {}, [inline])]);
}

/** A picture with its caption below; one whose bytes are gone leaves a mark that nobody overlooks. */
export function writeImage(context: DocumentContext, place: BlockPlace, block: ImageBlock): string {
  const image = context.relations.image(block.sha256);
  const options = { style: styleIds.chart, pageBreakBefore: place.pageBreakBefore };
  const lost = { ...plainRun('【图片已不在数据文件中，请重新插入】'), gap: '无法计算' } as const;
  const shown =
    image === null
      ? writeRun(lost, context.layout, 'body')
      : writePicture(context.nextDrawing(), image.id, printedSize(context, place, block, image), block);
  return (
    writeParagraph(options, [shown]) +
    writeCaption(context, { style: styleIds.chartCaption, keepNext: place.beforeNote }, block)
  );
}
