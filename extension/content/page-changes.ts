const mutationPause = 150;
const second = 1_000;

/**
 * Says when what lies in the window may have moved: on scrolling, whatever it is that scrolls, on a change of size, and
 * when the page draws something anew. Once a second for what no event tells.
 *
 * @param isOurs our own changes, which are none of the page's
 */
export function onPageChanges(isOurs: (node: Node) => boolean, changed: (kind: 'size' | 'other') => void): void {
  let framed = false;
  const soon = () => {
    if (framed) return;
    framed = true;
    requestAnimationFrame(() => {
      framed = false;
      changed('other');
    });
  };
  for (const type of ['scroll', 'load', 'toggle', 'transitionend', 'animationend'])
    addEventListener(type, soon, { capture: true, passive: true });
  addEventListener('resize', () => changed('size'));
  let waiting = false;
  new MutationObserver((records) => {
    const isTheirs = records.some(({ target, addedNodes, removedNodes }) => {
      const nodes = [...addedNodes, ...removedNodes];
      return !isOurs(target) && (nodes.length === 0 || !nodes.every(isOurs));
    });
    if (waiting || !isTheirs) return;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      changed('other');
    }, mutationPause);
  }).observe(document.documentElement, {
    ...{ subtree: true, childList: true, attributes: true },
    attributeFilter: ['class', 'style', 'hidden', 'open'],
  });
  setInterval(() => document.visibilityState === 'visible' && changed('other'), second);
}
