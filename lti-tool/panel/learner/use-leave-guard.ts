import { useEffect } from 'preact/hooks';
import { guardPlace } from '../app/router.ts';

/**
 * Holds back a change of place while something is unsaved; `onHeld` gets what goes there after all.
 * Closing the window asks in the browser's own words.
 */
export function useLeaveGuard(unsaved: () => boolean, onHeld: (go: () => void) => void): void {
  useEffect(() => {
    const open = guardPlace((go) => {
      if (!unsaved()) return false;
      onHeld(go);
      return true;
    });
    const warn = (event: BeforeUnloadEvent) => {
      if (unsaved()) event.preventDefault();
    };
    addEventListener('beforeunload', warn);
    return () => {
      open();
      removeEventListener('beforeunload', warn);
    };
  }, []);
}
