import { randomBytes } from 'node:crypto';
import type { Handlers } from '../../../shared/api/dispatch.ts';
import { fail, type Result, succeed } from '../../../shared/result.ts';
import type { Failure } from '../../../shared/text/failures/index.ts';
import type { Uploads } from '../backend/uploads.ts';
import type { ExportedFile, ExportJob } from '../exporting/export-report.ts';
import { ImportDesk } from '../importing/session/import-desk.ts';
import { initialsOf } from '../services/catalogue/initials.ts';
import { listTemplates, summarizeTemplate } from '../services/find-template.ts';
import { homeRegion } from '../services/home-region.ts';
import { type Session, type SessionOptions, startSession } from '../services/session.ts';
import { catalogueHandlers } from './catalogue-handlers.ts';
import { collectingHandlers } from './collecting-handlers.ts';
import { dataHandlers } from './data-handlers.ts';
import { importHandlers } from './import-handlers.ts';
import { layoutHandlers } from './layout-handlers.ts';
import { proofreadingHandlers } from './proofreading-handlers.ts';
import { reportHandlers } from './report-handlers.ts';

export interface HandlerOptions extends SessionOptions {
  /** Files that the page gave, by their handles. */
  readonly uploads: Pick<Uploads, 'take'>;
  readonly version: string;
  /** The person at the keyboard, as revisions name them. */
  readonly byWhom: string;
  /** Entry of the thread that brings a file in. */
  readonly importEntry: URL;
  /** How this host brings a rendered file to the person. */
  readonly saving: 'dialog' | 'download';
  /** Null when the signal stopped it. */
  readonly render: (job: ExportJob, signal: AbortSignal) => Promise<ExportedFile | null>;
}

export interface RenderedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface HandlerSet {
  readonly handlers: Handlers;
  /** A file that was rendered in this run. */
  readFile(id: string): RenderedFile | null;
  close(): void;
}

/** Rendered files kept at a time; a person saves one right after exporting it. */
const mostRenderedFiles = 8;

class RenderedFiles {
  readonly #files = new Map<string, RenderedFile>();

  add(file: RenderedFile): string {
    const id = randomBytes(16).toString('hex');
    this.#files.set(id, file);
    const [oldest] = this.#files.keys();
    if (this.#files.size > mostRenderedFiles && oldest !== undefined) this.#files.delete(oldest);
    return id;
  }

  get(id: string): RenderedFile | null {
    return this.#files.get(id) ?? null;
  }
}

function workspaceHandlers(session: Session, options: HandlerOptions) {
  return {
    'app.info': () =>
      succeed({
        version: options.version,
        saving: options.saving,
        workspace: { name: session.workspace.name, isSample: session.workspace.isSample },
      }),
    'workspace.openSample': () => {
      const opened = session.openSample();
      return opened.ok ? succeed({ name: opened.value.name }) : opened;
    },
    'workspace.openOwn': () => {
      const opened = session.openOwn();
      return opened.ok ? succeed({ name: opened.value.name }) : opened;
    },
    'templates.list': () => succeed(listTemplates(session.workspace).map(summarizeTemplate)),
    'regions.list': () => {
      const regions = session.workspace.regions.all();
      const names = new Map(regions.map(({ id, name }) => [id, name]));
      const home = homeRegion(session.workspace);
      const parentOf = (id: number | null) => (id === null ? null : (names.get(id) ?? null));
      return succeed(
        regions.map(({ id, name, code, level, parentId, aliases, validTo }) => ({
          id,
          name,
          code,
          level,
          parent: parentOf(parentId),
          aliases: [...aliases],
          initials: initialsOf(name),
          hasEnded: validTo !== null,
          isHome: id === home?.id,
        })),
      );
    },
    'periods.list': () => {
      const { periods } = session.workspace;
      const filled = new Set(periods.withData().map(({ label }) => label));
      return succeed(periods.listed().map(({ label, kind }) => ({ label, kind, hasData: filled.has(label) })));
    },
  } satisfies Partial<Handlers>;
}

/** Joins the contract to the services over one session. */
export function createHandlers(options: HandlerOptions): Result<HandlerSet, Failure> {
  const session = startSession(options);
  if (!session.ok) return session;
  const files = new RenderedFiles();
  const keepFile = (file: RenderedFile) => files.add(file);
  const desk = new ImportDesk(options.importEntry);
  return succeed({
    handlers: {
      ...workspaceHandlers(session.value, options),
      ...reportHandlers(session.value, { render: options.render, keepFile }),
      ...proofreadingHandlers(session.value, { ...options, keepFile }),
      ...layoutHandlers(session.value, options.uploads),
      ...dataHandlers(session.value, options.byWhom),
      ...importHandlers(session.value, { desk, uploads: options.uploads, byWhom: options.byWhom }),
      ...catalogueHandlers(session.value, options),
      ...collectingHandlers(session.value, { ...options, keepFile }),
      // The shell answers this one itself, where there is a dialog to ask with.
      'files.save': () => fail({ code: 'method-unknown' }),
    },
    readFile: (id) => files.get(id),
    close: () => {
      void desk.close();
      session.value.close();
    },
  });
}
