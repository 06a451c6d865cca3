import type { ImprintPart, LetterheadPart } from '../../../../shared/report/official.ts';
import type { PrintedBlock, PrintedRun } from '../../../../shared/report/printed.ts';
import { text } from '../../text.ts';
import { inPlace } from '../../ui/in-place.ts';
import { blockId } from './element-ids.ts';
import { type FigureSelection, Runs } from './runs.tsx';

type BlockOf<Kind extends PrintedBlock['kind']> = Extract<PrintedBlock, { readonly kind: Kind }>;
type Props<Kind extends PrintedBlock['kind']> = FigureSelection & { readonly block: BlockOf<Kind> };

/** The line of a part; null where the document has none. */
function lineOf<Part>(
  parts: readonly { readonly part: Part; readonly runs: readonly PrintedRun[] }[],
  part: Part,
): readonly PrintedRun[] | null {
  const runs = parts.find((each) => each.part === part)?.runs ?? [];
  return runs.length === 0 ? null : runs;
}

const labels: readonly LetterheadPart[] = ['份号', '密级', '紧急程度'];

/** 版头: labels, the red mark, the number beside 签发人, the red line. */
export function LetterheadBlock({ block, ...selection }: Props<'letterhead'>) {
  const line = (part: LetterheadPart) => lineOf(block.parts, part);
  const [mark, number, signer] = [line('发文机关标志'), line('发文字号'), line('签发人')];
  return (
    <div className="letterhead">
      {labels.map((part) => {
        const runs = line(part);
        return runs === null ? null : (
          <p key={part} className={part === '份号' ? undefined : 'font-hei'}>
            <Runs runs={runs} {...selection} />
          </p>
        );
      })}
      {mark !== null && (
        <p className="letterhead-mark">
          <Runs runs={mark} {...selection} />
        </p>
      )}
      {mark !== null && (
        <p className={signer === null ? 'letterhead-number' : 'letterhead-number is-upward'}>
          <span>{number !== null && <Runs runs={number} {...selection} />}</span>
          {signer !== null && (
            <span>
              {text.report.signer}
              <span className="font-kai">
                <Runs runs={signer} {...selection} />
              </span>
            </span>
          )}
        </p>
      )}
    </div>
  );
}

/** 目录: a click leads to the heading; the pages stand in the exported file. */
export function ContentsBlock({ block: { entries } }: Pick<Props<'contents'>, 'block'>) {
  return (
    <nav className="contents" aria-label={text.report.contents}>
      <div className="sheet-title">{text.report.contentsTitle}</div>
      {entries.map((entry) => (
        <p key={entry.block} style={{ paddingLeft: `${entry.level - 1}em` }}>
          <button
            type="button"
            onClick={() => document.getElementById(blockId(entry.block))?.scrollIntoView({ block: 'start' })}
          >
            {entry.text}
          </button>
        </p>
      ))}
    </nav>
  );
}

/** 附件说明 */
export function AttachmentsBlock({ block: { names }, ...selection }: Props<'attachments'>) {
  return (
    <div className="attachments">
      <span>{text.report.attachments}</span>
      <ol className={names.length === 1 ? 'is-single' : undefined}>
        {inPlace(names).map(({ item, key }) => (
          <li key={key}>
            <Runs runs={item} {...selection} />
          </li>
        ))}
      </ol>
    </div>
  );
}

/** 附注, in its brackets. */
export function AnnotationBlock({ block, ...selection }: Props<'annotation'>) {
  return (
    <p className="prose">
      （<Runs runs={block.runs} {...selection} />）
    </p>
  );
}

/** The head of an annex, which begins a page. */
export function AnnexHead({ block, ...selection }: Props<'annex'>) {
  return (
    <div className="annex">
      <div className="page-break">{block.landscape ? text.report.landscapePage : text.report.pageBreak}</div>
      <p className="font-hei">{block.label}</p>
      <h3 className="sheet-title">
        <Runs runs={block.title} {...selection} />
      </h3>
    </div>
  );
}

/** 版记: 抄送, and below it who printed the document and when. */
export function ImprintBlock({ block, ...selection }: Props<'imprint'>) {
  const line = (part: ImprintPart) => lineOf(block.parts, part);
  const [copies, printer, date] = [line('抄送'), line('印发机关'), line('印发日期')];
  return (
    <div className="imprint">
      {copies !== null && (
        <p className="imprint-copies">
          <span>{text.report.copies}</span>
          <span>
            <Runs runs={copies} {...selection} />
          </span>
        </p>
      )}
      {(printer !== null || date !== null) && (
        <p className="imprint-printed">
          <span>{printer !== null && <Runs runs={printer} {...selection} />}</span>
          <span>{date !== null && <Runs runs={date} {...selection} />}</span>
        </p>
      )}
    </div>
  );
}
