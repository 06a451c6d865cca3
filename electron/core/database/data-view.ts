import type { DataView as FigureDataView } from '../../../shared/figures/data-view.ts';
import type { Workspace } from './workspace.ts';

/** The workspace as formulas see it. Columns are kept until the next write. */
export declare function createDataView(workspace: Workspace): FigureDataView;
