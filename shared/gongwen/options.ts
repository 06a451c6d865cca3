import { z } from 'zod';

/**
 * 版式: what a bureau may choose about its documents, in the words that its clerks use. The defaults keep GB/T 9704-2012;
 * where offices differ in habit (line pitch, bold headings, place of the page number) the standard's reading stands first.
 */

const Millimetres = z.number().min(5).max(80);
const FontName = z.string().trim().min(1, '字体名称不能空着。').max(40);

/** Exact line pitches in twips that are in use, by their names in points. */
export const linePitches = { '28 磅': 560, '28.8 磅': 576, '28.95 磅': 579, '29 磅': 580, '30 磅': 600 } as const;

export const pageNumberPlaces = ['外侧', '居中', '不编'] as const;
export const signatureForms = ['不盖章', '盖章', '签名章'] as const;
/** What of 一是…；二是… is bold: nothing, the words 一是, or the whole first sentence. */
export const seriesBold = ['不加粗', '序词加粗', '首句加粗'] as const;
export const tableSizes = ['四号', '小四', '五号'] as const;

const Bold = z
  .strictObject({
    一级: z.boolean(),
    二级: z.boolean(),
    三级: z.boolean(),
    四级: z.boolean(),
    一是二是: z.enum(seriesBold),
  })
  .readonly();
export type BoldSwitches = z.infer<typeof Bold>;

export const LayoutOptions = z
  .strictObject({
    页边距: z.strictObject({ 上: Millimetres, 下: Millimetres, 左: Millimetres, 右: Millimetres }).readonly(),
    /** Exact line pitch in twips (twentieths of a point). */
    行距: z.int().min(400).max(800),
    /** 28 characters of 三号 on a line of 156 mm: 16 pt tightened by 0.25 pt. */
    每行28字: z.boolean(),
    /** A character grid that Word and WPS keep, and LibreOffice does not understand. */
    严格网格: z.boolean(),
    /** Line pitch of the title, in points. */
    标题行距: z.number().min(22).max(60),
    页码: z.enum(pageNumberPlaces),
    署名: z.enum(signatureForms),
    /** Names written into the Word file; 西文 empty: digits and letters in the font of the text around them. */
    字体: z
      .strictObject({
        标题: FontName,
        正文: FontName,
        楷体: FontName,
        黑体: FontName,
        宋体: FontName,
        西文: z.string().trim().max(40),
      })
      .readonly(),
    加粗: Bold,
    表格字号: z.enum(tableSizes),
  })
  .readonly();
export type LayoutOptions = z.infer<typeof LayoutOptions>;

export const defaultOptions: LayoutOptions = {
  页边距: { 上: 37, 下: 35, 左: 28, 右: 26 },
  行距: linePitches['28.95 磅'],
  每行28字: true,
  严格网格: false,
  标题行距: 32,
  页码: '外侧',
  署名: '不盖章',
  字体: { 标题: '方正小标宋简体', 正文: '仿宋_GB2312', 楷体: '楷体_GB2312', 黑体: '黑体', 宋体: '宋体', 西文: '' },
  加粗: { 一级: false, 二级: false, 三级: false, 四级: false, 一是二是: '不加粗' },
  表格字号: '小四',
};
