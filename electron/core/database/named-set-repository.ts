/** 自定义范围: regions under a name of the person's own, in order. */
export interface NamedSet {
  readonly name: string;
  readonly regionIds: readonly number[];
}

export interface NamedSetRepository {
  all(): readonly NamedSet[];
  /** Adds the set, or replaces the members of the one of that name. */
  put(name: string, regionIds: readonly number[]): void;
}
