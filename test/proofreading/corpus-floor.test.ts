import { expect, test } from 'vitest';
import { measureCorpus } from './measure-corpus.ts';

const measure = measureCorpus();

test('at least 95 of 100 planted errors are found, of every kind at least 80', () => {
  const planted = measure.lines.reduce((sum, line) => sum + line.planted, 0);
  expect(measure.missed.length / planted).toBeLessThanOrEqual(0.05);
  expect(measure.lines.filter(({ found, planted: all }) => found / all < 0.8)).toEqual([]);
});

test('no correct passage is called wrong, and at most one in fifty doubtful', () => {
  const severities = measure.falseAlarms.map(({ finding }) => finding.severity);
  expect(measure.falseAlarms.filter(({ finding }) => finding.severity === 'E')).toEqual([]);
  expect(severities.length / measure.correct).toBeLessThanOrEqual(0.02);
});
