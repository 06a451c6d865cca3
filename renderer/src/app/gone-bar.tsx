import { useSyncExternalStore } from 'react';
import { text } from '../text.ts';
import { isHostGone, watchHost } from './host.ts';

/** Says, as soon as the host has ended, that nothing on the screen can be used any more. */
export function GoneBar() {
  const isGone = useSyncExternalStore(watchHost, isHostGone);
  return (
    <div className="gone-bar" role="alert">
      {isGone && text.hostGone}
    </div>
  );
}
