import { headingFont } from '../../../../shared/gongwen/layout.ts';
import type { PrintedBlock } from '../../../../shared/report/printed.ts';
import { textOf } from '../../../../shared/report/run-text.ts';
import { assertNever } from '../../../../shared/result.ts';
import { text } from '../../text.ts';
import { ReportChart } from './report-chart.tsx';
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

interface OfficialLinesProps extends FigureSelection {
  readonly kind: PrintedBlock['kind'];
  readonly lines: readonly { readonly runs: Paragraph['runs'] }[];
}

function OfficialLines({ kind, lines, ...selection }: OfficialLinesProps) {
  return (
    <div className={kind}>
      {lines.map(({ runs }) => (
        <p key={textOf(runs)}>
          <Runs runs={runs} {...selection} />
        </p>
      ))}
    </div>
  );
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
    case 'imprint':
      return <OfficialLines kind={block.kind} lines={block.parts} {...selection} />;
    case 'attachments':
      return <OfficialLines kind={block.kind} lines={block.names.map((runs) => ({ runs }))} {...selection} />;
    case 'annotation':
      return <OfficialLines kind={block.kind} lines={[block]} {...selection} />;
    case 'annex':
      return <OfficialLines kind={block.kind} lines={[{ runs: block.title }]} {...selection} />;
    case 'contents':
      return <OfficialLines kind={block.kind} lines={[]} {...selection} />;
    case 'image':
      return <p className="caption">{block.caption}</p>;
    case 'pageBreak':
      return <div className="page-break">{text.report.pageBreak}</div>;
    default:
      return assertNever(block);
  }
}
