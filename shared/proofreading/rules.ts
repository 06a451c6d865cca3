import { arithmeticRules } from './arithmetic/rules.ts';
import type { Rule } from './finding.ts';
import { approximateInWords, leadingZero, mixedNumerals, oneForm, oneGrouping } from './number/numerals.ts';
import { percentTwice, rangeSign, scaleTwice } from './number/ranges.ts';
import { oneHedge, typedDigits, unbrokenNumber, wholeUnit } from './number/signs.ts';
import { dateInFull, yearInDigits, yearInFull } from './number/years.ts';
import { fullWidthMarks } from './punctuation/half-width.ts';
import { documentNumber, headingMarks, listEnds, standardMarks, titleMarks } from './punctuation/marks.ts';
import { enumeration, enumerationMarks, ordinalMarks } from './punctuation/ordinals.ts';
import { innerTitle, noCommaBetween, pairedMarks } from './punctuation/quotes.ts';
import { headingChain, onlyChild, threeParts } from './structure/headings.ts';
import { attachmentCount, dates, repeated } from './structure/references.ts';
import {
  fallsByTimes,
  lastYear,
  missingVerb,
  oneName,
  percentagePoints,
  placeholders,
  timesMoreNote,
  upTo,
} from './wording/phrases.ts';
import type { Term } from './wording/term-list.ts';
import { termRule } from './wording/terms.ts';
import { kindOfDocument, titleRule } from './wording/titles.ts';
import type { OwnTitles } from './wording/titles-list.ts';
import { webResidue } from './wording/web-residue.ts';

/** What a bureau adds to the built-in lists (设置 › 校核). */
export interface OwnLists extends OwnTitles {
  readonly terms: readonly Term[];
}

export const noOwnLists: OwnLists = { terms: [], laws: [], documents: [] };

/** Every rule over the text alone, with the bureau's own words and titles. */
export function textRules(own: OwnLists): readonly Rule[] {
  return [...arithmeticRules, ...fixedRules, titleRule(own), termRule(own.terms)];
}

const fixedRules: readonly Rule[] = [
  yearInFull,
  yearInDigits,
  dateInFull,
  percentTwice,
  scaleTwice,
  rangeSign,
  mixedNumerals,
  leadingZero,
  oneGrouping,
  approximateInWords,
  oneForm,
  unbrokenNumber,
  typedDigits,
  oneHedge,
  wholeUnit,
  fullWidthMarks,
  ordinalMarks,
  enumeration,
  noCommaBetween,
  innerTitle,
  pairedMarks,
  standardMarks,
  listEnds,
  enumerationMarks,
  documentNumber,
  headingMarks,
  titleMarks,
  upTo,
  fallsByTimes,
  percentagePoints,
  placeholders,
  kindOfDocument,
  webResidue,
  lastYear,
  timesMoreNote,
  oneName,
  missingVerb,
  headingChain,
  onlyChild,
  attachmentCount,
  dates,
  repeated,
  threeParts,
];
