import { headingFont } from '../../../../shared/gongwen/layout.ts';
import type { PrintedBlock } from '../../../../shared/report/printed.ts';
import { assertNever } from '../../../../shared/result.ts';
import { text } from '../../text.ts';
import {
  AnnexHead,
  AnnotationBlock,
  AttachmentsBlock,
  ContentsBlock,
  ImprintBlock,
  LetterheadBlock,
} from './official-blocks.tsx';
import { ReportChart } from './report-chart.tsx';
import { ReportPicture } from './report-picture.tsx';
import { ReportTable } from './report-table.tsx';
import { type FigureSelection, Runs } from './runs.tsx';
import { SignatureBlock } from './signature-block.tsx';

interface Props extends FigureSelection {
  readonly block: PrintedBlock;
}

/** The name of the screen is the first level, the title of the sheet the second. */
const headings = { 1: 'h3', 2: 'h4', 3: 'h5', 4: 'h6' } as const;

type Paragraph = Extract<PrintedBlock, { kind: 'paragraph' }>;

function ParagraphBlock({ block, ...selection }: FigureSelection & { readonly block: Paragraph }) {
  const { level, number, runs } = block;
  if (level === 0) {
    return (
      <p className="prose">
        <Runs runs={runs} {...selection} />
      </p>
    );
  }
  const font = `font-${headingFont(level)}`;
  const isRunIn = runs.some((run) => run.lead) && runs.some((run) => !run.lead);
  const heading = (
    <>
      <span className={font}>{number}</span>
      <Runs runs={runs} leadClass={font} {...selection} />
    </>
  );
  if (isRunIn) return <p className="prose">{heading}</p>;
  const Heading = headings[level];
  return <Heading className={`prose ${font}`}>{heading}</Heading>;
}

/** One block as it prints. */
export function PrintedBlockView({ block, ...selection }: Props) {
  switch (block.kind) {
    case 'title':
      return (
        <h2 className="sheet-title">
          <Runs runs={block.runs} {...selection} />
        </h2>
      );
    case 'recipients':
      return (
        <p className="recipients">
          <Runs runs={block.runs} {...selection} />
        </p>
      );
    case 'paragraph':
      return <ParagraphBlock block={block} {...selection} />;
    case 'table':
      return <ReportTable table={block} {...selection} />;
    case 'chart':
      return <ReportChart chart={block.chart} onSelect={selection.onSelect} />;
    case 'note':
      return <p className="note">{block.text}</p>;
    case 'signature':
      return <SignatureBlock organisation={block.organisation} date={block.date} {...selection} />;
    case 'letterhead':
      return <LetterheadBlock block={block} {...selection} />;
    case 'imprint':
      return <ImprintBlock block={block} {...selection} />;
    case 'attachments':
      return <AttachmentsBlock block={block} {...selection} />;
    case 'annotation':
      return <AnnotationBlock block={block} {...selection} />;
    case 'annex':
      return <AnnexHead block={block} {...selection} />;
    case 'contents':
      return <ContentsBlock block={block} />;
    case 'image':
      return <ReportPicture picture={block} />;
    case 'pageBreak':
      return <div className="page-break">{text.report.pageBreak}</div>;
    default:
      return assertNever(block);
  }
}
