import type { Result } from '../../shared/result.ts';
import type { Failure } from '../../shared/text/failures/index.ts';

/** What a command may use of the world. */
export interface CommandContext {
  readonly clock: { now(): Date };
  /** Folder that relative paths start from: the caller's, not npm's. */
  readonly folder: string;
  /** Who is at the keyboard, for sources and revisions. */
  readonly userName: string;
  /** Shows progress or a notice on stderr. */
  readonly tell: (message: string) => void;
  /** Shows how far the work is, where a person watches; the next one takes its place. */
  readonly progress: (message: string) => void;
}

/** Options as given: strings, flags, or lists for repeated ones. */
export interface CommandArguments {
  readonly positionals: readonly string[];
  text(option: string): string | null;
  list(option: string): readonly string[];
  flag(option: string): boolean;
}

export interface CommandOutcome {
  /** 1: done, with findings that block. */
  readonly exitCode: 0 | 1;
  /** Lines for a person. */
  readonly lines: readonly string[];
  /** The value for `--json`. */
  readonly json: unknown;
}

export interface OptionSpec {
  readonly kind: 'text' | 'list' | 'flag';
  readonly required?: boolean;
}

export interface Command {
  readonly name: string;
  readonly usage: string;
  readonly summary: string;
  readonly positionals: { readonly least: number; readonly most: number };
  readonly options: Readonly<Record<string, OptionSpec>>;
  run(
    input: CommandArguments,
    context: CommandContext,
  ): Result<CommandOutcome, Failure> | Promise<Result<CommandOutcome, Failure>>;
}
