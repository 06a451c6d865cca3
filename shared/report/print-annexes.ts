import type { Block, Inline, ReportDocument } from './document.ts';

/** Attachments of a report: those that it holds, and those that are files of their own. */
export interface Attachments {
  /** 附件, or 附件1 of several (GB/T 9704-2012, 7.3.4 and 7.3.6). */
  readonly labels: ReadonlyMap<Block, string>;
  /** Names for the 附件说明, the annexes first. */
  readonly names: readonly (readonly Inline[])[];
  /** The block before which the 附件说明 stands; undefined: at the end. */
  readonly before: Block | undefined;
}

/** The 附件说明 stands below the text and above the signature (7.3.4). */
const belowText: readonly Block['type'][] = ['attachmentList', 'signature', 'annotation', 'annex', 'imprint'];

export function listAttachments({ content }: ReportDocument): Attachments {
  const annexes = content.filter((block) => block.type === 'annex');
  const listed = content.flatMap((block) => (block.type === 'attachmentList' ? block.content : []));
  const names = [...annexes.map((annex) => annex.content[0].content), ...listed.map((name) => name.content)];
  const label = (at: number): string => (names.length === 1 ? '附件' : `附件${at + 1}`);
  return {
    labels: new Map(annexes.map((annex, at) => [annex, label(at)])),
    names,
    before: belowText.map((type) => content.find((block) => block.type === type)).find((block) => block !== undefined),
  };
}
