import type { Form, FormColumn } from './form.ts';

/** A heading and the cells it spreads over, all counted from 1. */
export interface Heading {
  readonly text: string;
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** What of a form its headings depend on. */
export interface HeadedTable extends Pick<Form, 'header'> {
  readonly columns: readonly Pick<FormColumn, 'column' | 'path'>[];
}

/** Headings of the columns: neighbours under one heading share it, and the last of a short path reaches down. */
export function headingsOf({ columns, header }: HeadedTable): readonly Heading[] {
  const names = { text: '单位名称', top: header.first, left: 1, bottom: header.last, right: 1 };
  const headings: Heading[] = [names];
  const depth = header.last - header.first + 1;
  for (let level = 0; level < depth; level += 1) {
    let open: { readonly key: string; heading: Heading } | null = null;
    for (const { column, path } of columns) {
      const text = path[level];
      const isLeaf = level === path.length - 1;
      const key = path.slice(0, level + 1).join('\n');
      if (open && (text === undefined || isLeaf || open.key !== key)) {
        headings.push(open.heading);
        open = null;
      }
      if (text === undefined) continue;
      const top = header.first + level;
      if (isLeaf) headings.push({ text, top, left: column, bottom: header.last, right: column });
      else if (open) open.heading = { ...open.heading, right: column };
      else open = { key, heading: { text, top, left: column, bottom: top, right: column } };
    }
    if (open) headings.push(open.heading);
  }
  return headings;
}
