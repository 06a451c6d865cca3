import type { Layout } from '../../../../shared/gongwen/layout.ts';
import { fontElement } from './fonts.ts';
import { element, relationshipNamespace, vmlNamespaces, wordNamespace, xmlDeclaration } from './xml.ts';

/** The words of the mark, and its place: across the middle of the page, behind the text, as Word's own watermark. */
const style = [
  'position:absolute',
  'margin-left:0',
  'margin-top:0',
  'width:300pt',
  'height:150pt',
  'rotation:315',
  'z-index:-251658752',
  'mso-position-horizontal:center',
  'mso-position-horizontal-relative:margin',
  'mso-position-vertical:center',
  'mso-position-vertical-relative:margin',
].join(';');

/** A header that prints 草稿 across every page. */
export function writeDraftHeader(layout: Layout): string {
  const shape = element(
    'v:shape',
    { id: 'HuigaoDraft', 'o:spid': '_x0000_s2049', type: '#_x0000_t136', style, fillcolor: '#d9d9d9', stroked: 'f' },
    [element('v:textpath', { style: `font-family:"${layout.fontNames.hei}"`, string: '草稿' })],
  );
  const shapeType = element(
    'v:shapetype',
    { id: '_x0000_t136', coordsize: '21600,21600', 'o:spt': '136', adj: '10800', path: 'm@7,l@8,m@5,21600l@6,21600e' },
    [
      element(
        'v:formulas',
        {},
        [
          'sum #0 0 10800',
          'prod #0 2 1',
          'sum 21600 0 @1',
          'sum 0 0 @2',
          'sum 21600 0 @3',
          'if @0 @3 0',
          'if @0 21600 @1',
          'if @0 0 @2',
          'if @0 @4 21600',
        ].map((eqn) => element('v:f', { eqn })),
      ),
      element('v:path', { textpathok: 't', 'o:connecttype': 'rect' }),
      element('v:textpath', { on: 't', fitshape: 't' }),
    ],
  );
  const run = element('w:r', {}, [
    element('w:rPr', {}, [fontElement(layout, 'hei'), element('w:noProof')]),
    element('w:pict', {}, [shapeType, shape]),
  ]);
  const namespaces = { 'xmlns:w': wordNamespace, 'xmlns:r': relationshipNamespace, ...vmlNamespaces };
  return xmlDeclaration + element('w:hdr', namespaces, [element('w:p', {}, [run])]);
}
