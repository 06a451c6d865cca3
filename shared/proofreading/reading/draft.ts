import { type NumberMention, readNumbers } from './read-numbers.ts';

/** A stretch of a paragraph that is no typed text: a live figure, or a constant that the writer declared. */
export interface KnownStretch {
  readonly start: number;
  readonly end: number;
  readonly kind: 'figure' | 'overridden' | 'constant';
  /** Of a figure. */
  readonly figureId: string | null;
  /** Of a figure that a person set by hand: what it would print; null where that is not known. */
  readonly computed: string | null;
}

export type ParagraphRole = 'title' | 'body' | 'organisation' | 'date' | 'attachments' | 'cell' | 'caption' | 'other';

/** A paragraph as a reader sees it, its number (一、（一）) included. */
export interface DraftParagraph {
  readonly text: string;
  readonly role: ParagraphRole;
  /** Where the typed text begins, behind a number or label that is counted. */
  readonly typedFrom: number;
  /** 1–4 of a heading, 0 of text. */
  readonly level: 0 | 1 | 2 | 3 | 4;
  /** The number was computed and need not be checked. */
  readonly isNumbered: boolean;
  /** Where the heading's sentence ends and text follows in the same paragraph (接排); else the length of the text. */
  readonly headingEnd: number;
  readonly known: readonly KnownStretch[];
}

/** From one 。！？ to the next; its end stands behind that mark. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
}

/** A paragraph with what several rules read in it. */
export class ReadParagraph {
  readonly paragraph: DraftParagraph;
  readonly text: string;
  #numbers: readonly NumberMention[] | null = null;
  #sentences: readonly Sentence[] | null = null;

  constructor(paragraph: DraftParagraph) {
    this.paragraph = paragraph;
    this.text = paragraph.text;
  }

  get numbers(): readonly NumberMention[] {
    this.#numbers ??= readNumbers(this.text);
    return this.#numbers;
  }

  get sentences(): readonly Sentence[] {
    this.#sentences ??= cutSentences(this.text);
    return this.#sentences;
  }
}

function cutSentences(text: string): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  for (const match of text.matchAll(/[。！？]/g)) {
    sentences.push({ start, end: match.index + 1 });
    start = match.index + 1;
  }
  if (start < text.length) sentences.push({ start, end: text.length });
  return sentences;
}

/** The text to be proofread, paragraph by paragraph. */
export interface Draft {
  readonly paragraphs: readonly ReadParagraph[];
}

export function draftOf(paragraphs: readonly DraftParagraph[]): Draft {
  return { paragraphs: paragraphs.map((paragraph) => new ReadParagraph(paragraph)) };
}
