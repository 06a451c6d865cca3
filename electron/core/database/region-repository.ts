import type { Region, RegionLevel } from '../../../shared/figures/catalogue.ts';

export interface NewRegion {
  readonly code: string | null;
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly level: RegionLevel;
  readonly parentId: number | null;
  /** 行政区 (default), 开发区, 市本级, 学校, … */
  readonly kind?: string;
  readonly inTotal?: boolean;
  /** Place among its siblings; after all others when absent. */
  readonly sort?: number;
}

/** 地区 as stored. */
export interface RegionRepository {
  /** Every region, parents before children, siblings in their order. */
  all(): readonly Region[];
  insert(region: NewRegion): Region;
}
