import { benchDocuments } from './documents.ts';
import { benchFormulas } from './formulas.ts';
import { benchGrid } from './grid.ts';
import { benchImports } from './imports.ts';
import { benchLargeReport } from './large-report.ts';
import { removeBenchFolders } from './measure.ts';
import { benchPages } from './pages.ts';
import { benchProofreading } from './proofreading.ts';

/** Subjects named on the command line, else all: `npm run bench -- formulas`. */
const subjects: Readonly<Record<string, () => unknown>> = {
  documents: benchDocuments,
  pages: benchPages,
  formulas: benchFormulas,
  grid: benchGrid,
  proofreading: benchProofreading,
  import: benchImports,
  bureau: () =>
    benchLargeReport('A large bureau', {
      subject: 'bureau',
      parentLevel: '县',
      memberLevel: '校',
      members: 500,
      indicators: 300,
      years: 10,
    }),
  counties: () =>
    benchLargeReport('All counties', {
      subject: 'counties',
      parentLevel: '省',
      memberLevel: '县',
      members: 3000,
      indicators: 80,
      years: 21,
    }),
};

try {
  const wanted = process.argv.slice(2);
  for (const [name, run] of Object.entries(subjects)) if (wanted.length === 0 || wanted.includes(name)) await run();
} finally {
  removeBenchFolders();
}
