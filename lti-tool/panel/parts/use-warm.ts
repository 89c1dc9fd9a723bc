import { useLayoutEffect } from 'preact/hooks';

/** Gives the page the warmer, roomier look of learner screens, for as long as `on` and shown. */
export function useWarm(on: boolean): void {
  useLayoutEffect(() => {
    if (!on) return;
    const pages = [document.documentElement, document.body];
    for (const page of pages) page.classList.add('warm');
    return () => {
      for (const page of pages) page.classList.remove('warm');
    };
  }, [on]);
}
