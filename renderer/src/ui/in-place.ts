export interface Placed<Item> {
  readonly item: Item;
  /** Its position, which is all the identity that a run, a cell or a block has. */
  readonly key: number;
}

/** Items of a list that is replaced as a whole, with their positions as React keys. */
export function inPlace<Item>(items: readonly Item[]): readonly Placed<Item>[] {
  return items.map((item, key) => ({ item, key }));
}
