/** The two reports of the demo, and what the text of each file must say. */
export interface DemoReport {
  readonly title: string;
  readonly request: readonly string[];
  /** Figures of the two source documents. */
  readonly figures: readonly string[];
  /** How many 注 say which data are invented. */
  readonly notes: number;
}

export const demoReports: readonly DemoReport[] = [
  {
    title: '湖州市义务教育随迁子女教育工作情况汇报',
    request: ['--template', '随迁子女教育工作情况汇报', '--region', '湖州市', '--period', '2021年'],
    figures: ['80605', '65097', '80.76%', '4987'],
    notes: 3,
  },
  {
    title: '永宁县2024年控辍保学工作情况汇报',
    request: ['--template', '控辍保学工作情况汇报', '--region', '永宁县', '--period', '2024年'],
    figures: ['179', '122', '32', '22', '98.32%', '6024', '332.26', '99.73%'],
    notes: 1,
  },
];

/** Figures that the text does not hold as whole numbers: `32` is not found in `332.26`. Blanks and line ends do not count. */
export function figuresNotIn(text: string, { figures }: DemoReport): readonly string[] {
  const flat = text.replaceAll(/\s/g, '');
  return figures.filter(
    (figure) => !new RegExp(`(?<![\\d.])${figure.replaceAll('.', '\\.')}(?![\\d.]\\d|\\d)`).test(flat),
  );
}

export function countSampleNotes(text: string): number {
  return [...text.replaceAll(/\s/g, '').matchAll(/注：[^。]+数据为示例（虚构）。/g)].length;
}
