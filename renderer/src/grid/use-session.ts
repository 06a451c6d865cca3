import { useLayoutEffect, useState } from 'react';
import type { GridModel, StatisticsGridProps } from './grid-model.ts';
import { GridSession } from './grid-session.ts';

/** One session for as long as the grid stands; later models are loaded into it, before anything is painted. */
export function useSession(model: GridModel, onEdit: StatisticsGridProps['onEdit']): GridSession {
  const [session] = useState(() => new GridSession(model, onEdit));
  useLayoutEffect(() => session.setOwner(onEdit), [session, onEdit]);
  useLayoutEffect(() => session.load(model), [session, model]);
  return session;
}
