import { expect, test } from 'vitest';
import { BookmarkNames, bookmarkName } from '../../../electron/core/exporting/docx/bookmarks.ts';

test('an id of letters, digits and underscores is the name itself', () => {
  expect(bookmarkName('share_2021')).toBe('_HG_share_2021');
});

test('ids that differ only in other characters, or beyond Word’s 40, keep names of their own', () => {
  const long = 'x'.repeat(60);
  const ids = ['a-b', 'a.b', 'a_b', '占比', '比占', long, `${long}y`];
  const names = ids.map(bookmarkName);
  expect(new Set(names).size).toBe(ids.length);
  for (const name of names) expect(name).toMatch(/^_HG_[A-Za-z0-9_]{1,36}$/);
});

test('a figure printed again gets a counting suffix; names never differ in case alone', () => {
  const bookmarks = new BookmarkNames();
  const long = 'y'.repeat(36);
  const taken = ['n1', 'n1', 'N1', long, long].map((id) => bookmarks.take(id));
  const attributes = taken.map(({ start }) => /w:id="(\d+)" w:name="(\w+)"/.exec(start));
  expect(attributes.map((match) => match?.[2])).toEqual([
    '_HG_n1',
    '_HG_n1__2',
    '_HG_N1__3',
    `_HG_${long}`,
    `_HG_${long.slice(3)}__2`,
  ]);
  expect(attributes.map((match) => match?.[1])).toEqual(['0', '1', '2', '3', '4']);
  expect(taken.map(({ end }) => end)).toEqual([0, 1, 2, 3, 4].map((id) => `<w:bookmarkEnd w:id="${id}"/>`));
});
