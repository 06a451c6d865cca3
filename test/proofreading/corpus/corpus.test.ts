import { expect, test } from 'vitest';
import { blindFiles, numbersOf, readArithmetic, readCorpus, readLookAlikes } from './plant-errors.ts';
import { holds } from './relations.ts';

test('the relation of every correct passage holds', () => {
  const wrong = readArithmetic().filter(({ relation, pieces }) => !holds(relation, numbersOf(pieces)));
  expect(wrong).toEqual([]);
});

test('an error is planted into every number and at every marked place', () => {
  const { planted } = readCorpus();
  const numbers = readArithmetic().flatMap(({ pieces }) => numbersOf(pieces)).length;
  const places = planted.filter(({ kind }) => /^[A-Z]/.test(kind));
  expect(planted.length - places.length).toBe(numbers);
  expect(places.length).toBeGreaterThan(160);
  expect(planted.filter(({ text, origin }) => text === origin || /[{}|]/.test(text))).toEqual([]);
});

test('more than 400 look-alikes, each once, 200 of them by somebody who had not seen the rules', () => {
  const own = readLookAlikes('lookalikes.txt');
  const blind = blindFiles.flatMap(readLookAlikes);
  expect(new Set([...own, ...blind]).size).toBe(own.length + blind.length);
  expect(own.length).toBeGreaterThanOrEqual(300);
  expect(blind.length).toBeGreaterThanOrEqual(200);
});
