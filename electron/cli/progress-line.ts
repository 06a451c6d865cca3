/** What of a stream is needed. */
interface Terminal {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

const eraseLine = '\r\u001b[2K';

/** One line of a terminal that says how far the work is; in a file or a pipe it says nothing. */
export class ProgressLine {
  readonly #terminal: Terminal;
  #shown = '';

  constructor(terminal: Terminal) {
    this.#terminal = terminal;
  }

  show(text: string): void {
    if (this.#terminal.isTTY !== true || text === this.#shown) return;
    this.#terminal.write(eraseLine + text);
    this.#shown = text;
  }

  /** Before anything else is written, and at the end. */
  clear(): void {
    if (this.#shown !== '') this.#terminal.write(eraseLine);
    this.#shown = '';
  }
}
