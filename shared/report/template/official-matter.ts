import {
  type Block,
  type ImprintPart,
  type Inline,
  imprintParts,
  type LetterheadPart,
  letterheadParts,
} from '../document.ts';

/** Depths of a 目录, as its front matter names them. */
export const contentsDepths = ['一级', '二级', '三级'] as const;

/** What front matter says, by key; a key that it does not have gives no nodes. */
export interface MatterTexts {
  readonly line: (key: LetterheadPart | ImprintPart | '附注') => readonly Inline[];
  readonly attachments: () => readonly (readonly Inline[])[];
  readonly depth: () => (typeof contentsDepths)[number] | null;
}

function partsOf<Part extends LetterheadPart | ImprintPart>(names: readonly Part[], matter: MatterTexts) {
  return names
    .map((part) => ({ attrs: { part }, content: matter.line(part) }))
    .filter(({ content }) => content.length > 0);
}

/** 目录 and 版头, which stand above the title. */
export function readHead(matter: MatterTexts): readonly Block[] {
  const depth = matter.depth();
  const parts = partsOf(letterheadParts, matter).map((part) => ({ type: 'letterheadPart' as const, ...part }));
  return [
    ...(depth === null ? [] : [{ type: 'contents' as const, attrs: { depth: contentsDepths.indexOf(depth) + 1 } }]),
    ...(parts.length === 0 ? [] : [{ type: 'letterhead' as const, content: parts }]),
  ];
}

/** 附件说明, which stands above the signature. */
export function readAttachmentList(matter: MatterTexts): readonly Block[] {
  const names = matter.attachments().map((content) => ({ type: 'attachmentName' as const, content }));
  return names.length === 0 ? [] : [{ type: 'attachmentList', content: names }];
}

/** 附注, which stands below the date. */
export function readAnnotation(matter: MatterTexts): readonly Block[] {
  const content = matter.line('附注');
  return content.length === 0 ? [] : [{ type: 'annotation', content }];
}

/** 版记, the foot of the last page. */
export function readImprint(matter: MatterTexts): readonly Block[] {
  const parts = partsOf(imprintParts, matter).map((part) => ({ type: 'imprintPart' as const, ...part }));
  return parts.length === 0 ? [] : [{ type: 'imprint', content: parts }];
}
