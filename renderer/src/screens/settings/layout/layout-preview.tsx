import type { CSSProperties } from 'react';
import { layoutOf } from '../../../../../shared/gongwen/layout.ts';
import type { BoldSwitches, LayoutOptions } from '../../../../../shared/gongwen/options.ts';
import { placeSignature } from '../../../../../shared/gongwen/signature.ts';
import { text } from '../text.ts';

const words = text.layout;
const { sample } = words;
const paperWidth = 210;
const millimetresPerTwip = 25.4 / 1440;

/** What fits a stylesheet and what does not: lengths are numbers of millimetres of paper. */
function lengthsOf(options: LayoutOptions): CSSProperties {
  const { 上: top, 右: right, 下: bottom, 左: left } = options.页边距;
  const mm = (value: number) => `calc(${value} * var(--mm))`;
  return {
    padding: `${mm(top)} ${mm(right)} ${mm(bottom)} ${mm(left)}`,
    lineHeight: mm(options.行距 * millimetresPerTwip),
    fontSize: mm(((paperWidth - left - right) / layoutOf(options).charactersPerLine) * 0.999),
  };
}

function weightOf(isBold: boolean): CSSProperties {
  return { fontWeight: isBold ? 700 : 400 };
}

/** Whether a part of 一是…；二是…。 is bold: the words stand at even places. */
function isBoldPart(bold: BoldSwitches['一是二是'], at: number): boolean {
  return bold === '首句加粗' || (bold === '序词加粗' && at % 2 === 0);
}

/** 版面示意: one page of sample text, and how many lines and characters it holds. */
export function LayoutPreview({ options }: { readonly options: LayoutOptions }) {
  const { linesPerPage, charactersPerLine, signatureForm } = layoutOf(options);
  const places = placeSignature(signatureForm, [sample.organisation], sample.date);
  const { 加粗: bold, 字体: fonts } = options;
  const body = { fontFamily: `"${fonts.正文}", serif` };
  return (
    <section className="layout-preview" aria-label={words.preview}>
      <p className="layout-count" aria-live="polite">
        <strong>{words.perPage(linesPerPage, charactersPerLine)}</strong>
        <span>{words.standardIs}</span>
      </p>
      <div className="preview-paper" style={lengthsOf(options)} aria-hidden="true">
        <p className="preview-title" style={{ fontFamily: `"${fonts.标题}", serif` }}>
          {sample.title}
        </p>
        <p className="preview-text" style={{ fontFamily: `"${fonts.黑体}", sans-serif`, ...weightOf(bold.一级) }}>
          {sample.heading}
        </p>
        <p className="preview-text" style={{ fontFamily: `"${fonts.楷体}", serif`, ...weightOf(bold.二级) }}>
          {sample.second}
        </p>
        <p className="preview-text" style={body}>
          {sample.text.repeat(4)}
          {sample.series.map((part, at) => (
            <span key={part} style={weightOf(isBoldPart(bold.一是二是, at))}>
              {part}
            </span>
          ))}
          {sample.text.repeat(3)}
        </p>
        <p
          className="preview-signature"
          style={{
            ...body,
            marginTop: `${places.blankLinesAbove}lh`,
            marginRight: `${places.organisations[0] ?? 0}em`,
          }}
        >
          {sample.organisation}
        </p>
        <p className="preview-signature" style={{ ...body, marginRight: `${places.date}em` }}>
          {sample.date}
        </p>
        {options.页码 !== '不编' && (
          <p className={`preview-number is-${options.页码 === '居中' ? 'middle' : 'outside'}`}>— 1 —</p>
        )}
      </div>
    </section>
  );
}
