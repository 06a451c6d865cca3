import type { LocalDate } from './period.ts';

export const regionLevels = ['省', '市', '县', '乡', '校'] as const;

/** 地区级别: how deep a region stands in the tree; stored as 1 (省) … 5 (校). */
export type RegionLevel = (typeof regionLevels)[number];

/** 地区: a node of the tree 省/市/县/乡镇/学校, or a unit outside it (开发区, 市直). */
export interface Region {
  readonly id: number;
  /** GB/T 2260 code where the region has one; codes of our own otherwise. */
  readonly code: string | null;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly level: RegionLevel;
  readonly parentId: number | null;
  /** 性质: 行政区, 开发区, 市本级, 学校, … */
  readonly kind: string;
  /** First and last day on which it exists; null where none is known. */
  readonly validFrom: LocalDate | null;
  readonly validTo: LocalDate | null;
  /** Whether the parent's total includes it. */
  readonly inTotal: boolean;
  readonly sort: number;
}

/** How an indicator of several regions becomes one of their parent. */
export type Aggregation = '合计' | '加权' | '最新' | '不可加';

/** 指标: what is counted. */
export interface Indicator {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** Unit of the stored value, such as `人`, `万元`, `%`. */
  readonly unit: string;
  /** Decimal places kept in the store (0–6). */
  readonly scale: number;
  /** Decimal places printed unless a format says otherwise. */
  readonly shownDecimals: number;
  /** 时点 (as of a day) or 时期 (over a span). */
  readonly timing: '时点' | '时期';
  readonly aggregation: Aggregation;
  /** Formula of a derived indicator; null when it is reported. */
  readonly formula: string | null;
  /** Which direction is better; null when neither. */
  readonly better: '高' | '低' | null;
  readonly definition: string;
  /** 分组 under which people find it; empty for none. */
  readonly group: string;
  /** What it is a part of, and by which dimensions: 在校生数 by {学段: 小学}; null for an indicator of its own. */
  readonly part: { readonly baseId: number; readonly dimensions: Readonly<Record<string, string>> } | null;
}

/** 来源: the file, document or person that an observation came from. */
export interface Source {
  readonly id: number;
  readonly kind: '手工' | '文件' | '文稿' | '示例';
  /** What a reader is shown: a document's name, a file's name, a person. */
  readonly title: string;
}

/** Why there is no value, as recorded. */
export type ObservationGap = '未报' | '无此项' | '不足单位' | '不公开';

/** 数据: the value of an indicator for a region in a period, or the reason why there is none. */
export interface Observation {
  /** Exact decimal as text (`332.26`), or the reason for its absence. */
  readonly cell:
    | { readonly kind: 'value'; readonly decimal: string }
    | { readonly kind: 'missing'; readonly reason: ObservationGap };
  /** 截至日: the day a 时点 figure stands for. */
  readonly asOf: LocalDate | null;
  readonly source: Source | null;
  /** Sheet and cell of the source file, such as `Sheet1!C9`. */
  readonly cellReference: string | null;
}
