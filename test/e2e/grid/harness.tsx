import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { GridEdit, GridModel } from '../../../renderer/src/grid/grid-model.ts';
import { StatisticsGrid } from '../../../renderer/src/grid/statistics-grid.tsx';
import { largeModel } from './large-model.ts';
import { settle, smallModel } from './owner.ts';

/** A page with nothing but the grid and an owner that judges as the backend would. `?rows=3000` is a large table. */

const rows = Number(new URLSearchParams(location.search).get('rows') ?? '0');
const initial: GridModel = rows > 0 ? largeModel(rows, 200) : smallModel();
const edits: GridEdit[] = [];
const state = { fails: false };
Object.assign(globalThis, { gridEdits: edits, gridOwner: state });

function Harness() {
  const [model] = useState(initial);
  const onEdit = async (edit: GridEdit) => {
    edits.push(edit);
    await new Promise((resolve) => setTimeout(resolve, 20));
    if (state.fails) throw new Error('gone');
    return settle(edit, model);
  };
  return (
    <main style={{ display: 'flex', height: '100vh', padding: 24, boxSizing: 'border-box' }}>
      <StatisticsGrid model={model} onEdit={onEdit} label="随迁子女在校生 2021年" status="示例（虚构）" />
    </main>
  );
}

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root element');
createRoot(root).render(<Harness />);
