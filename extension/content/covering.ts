const controls =
  'a[href],button,input,select,textarea,summary,iframe,[role=button],[role=link],[tabindex]:not([tabindex="-1"])';
const step = 12;

/** Whether something of this size and place would lie on a control of the page. What is off the screen covers nothing. */
export function coversControl(area: DOMRect, isOurs: (element: Element) => boolean): boolean {
  for (let x = area.left; x <= area.right; x += Math.min(step, Math.max(1, area.width)))
    for (let y = area.top; y <= area.bottom; y += Math.min(step, Math.max(1, area.height)))
      for (const found of document.elementsFromPoint(x, y)) {
        if (isOurs(found)) continue;
        const control = found.closest(controls);
        if (control && !isOurs(control)) return true;
      }
  return false;
}
