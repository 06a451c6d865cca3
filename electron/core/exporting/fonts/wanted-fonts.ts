import { defaultLayout, type FontRole } from '../../../../shared/gongwen/layout.ts';

/** A bundled face: the folder and file inside the font packages, and the name a reader knows. */
export interface BundledFace {
  readonly path: string;
  readonly family: string;
}

const serif = { path: 'noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf', family: '思源宋体' };
const serifBold = { path: 'noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf', family: '思源宋体（粗）' };
const sans = { path: 'noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf', family: '思源黑体' };

export interface WantedFont {
  /** Installed fonts that serve, best first: full names, family names or PostScript names of the name table. */
  readonly names: readonly string[];
  /** Stands in when none of them is installed. */
  readonly bundled: BundledFace;
  /** What the role is called in a message. */
  readonly purpose: string;
}

/** Microsoft's and Founder's fonts for official documents, then the ones macOS brings. */
export const wantedFonts: Readonly<Record<FontRole, WantedFont>> = {
  title: {
    names: [
      defaultLayout.fontNames.title,
      'FZXiaoBiaoSong-B05S',
      'FZXBSJW--GB1-0',
      '方正小标宋_GBK',
      'FZXiaoBiaoSong-B05',
      '方正小标宋_GB18030',
      '小标宋体',
    ],
    bundled: serifBold,
    purpose: '标题',
  },
  body: {
    names: [
      defaultLayout.fontNames.body,
      'FangSong_GB2312',
      '仿宋',
      'FangSong',
      '方正仿宋_GBK',
      'FZFangSong-Z02',
      '方正仿宋简体',
      'FZFangSong-Z02S',
      '华文仿宋',
      'STFangsong',
    ],
    bundled: serif,
    purpose: '正文',
  },
  kai: {
    names: [
      defaultLayout.fontNames.kai,
      'KaiTi_GB2312',
      '楷体',
      'KaiTi',
      '方正楷体_GBK',
      'FZKai-Z03',
      '方正楷体简体',
      'FZKai-Z03S',
      '华文楷体',
      'STKaiti',
    ],
    bundled: serif,
    purpose: '二级标题',
  },
  hei: {
    names: [
      defaultLayout.fontNames.hei,
      'SimHei',
      '方正黑体_GBK',
      'FZHei-B01',
      '方正黑体简体',
      'FZHei-B01S',
      '华文黑体',
      'STHeiti',
    ],
    bundled: sans,
    purpose: '一级标题和表题',
  },
  song: {
    names: [
      defaultLayout.fontNames.song,
      'SimSun',
      '方正书宋_GBK',
      'FZShuSong-Z01',
      '方正书宋简体',
      'FZShuSong-Z01S',
      '华文宋体',
      'STSong',
    ],
    bundled: serif,
    purpose: '页码',
  },
};

/** Charts are always set in this face, so that they look the same on every machine. */
export const chartFace = sans;
export const fallbackFaces: readonly BundledFace[] = [serif, sans];
