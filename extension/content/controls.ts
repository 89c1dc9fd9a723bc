import type { Box } from './free-place.ts';

/** What a person can press, type into or follow. */
export const controls = [
  'a[href],area[href],button,input:not([type=hidden]),select,textarea,label,summary,iframe,embed,object',
  'video[controls],audio[controls],[contenteditable]:not([contenteditable=false]),[onclick],[draggable=true]',
  ...[
    'button',
    'link',
    'checkbox',
    'radio',
    'switch',
    'tab',
    'option',
    'slider',
    'spinbutton',
    'textbox',
    'combobox',
  ].map((role) => `[role=${role}]`),
  '[role^=menuitem],[role=treeitem],[role=gridcell],[tabindex]:not([tabindex^="-"])',
].join();

/** Reached by keyboard only so that it can be scrolled: what is in it are the controls. */
const isOnlyAround = (element: Element): boolean =>
  element.matches('[tabindex]:not([role],a,button,input,select,textarea,summary),[role=region][tabindex]') &&
  element.querySelector(controls) !== null;

type Clip = { readonly style: CSSStyleDeclaration; readonly box: Box | null };

function meet(one: Box, other: Box): Box {
  const [left, top] = [Math.max(one.left, other.left), Math.max(one.top, other.top)];
  return {
    ...{ left, top },
    width: Math.min(one.left + one.width, other.left + other.width) - left,
    height: Math.min(one.top + one.height, other.top + other.height) - top,
  };
}
/** More than the pixel that is left of something for screen readers only. */
const isSeen = ({ width, height }: Box): boolean => width > 1 && height > 1;

/** The part of the window that the element's ancestors let it be seen in. What scrolls, hides. */
function windowOf(element: Element, view: Box, clips: Map<Element, Clip>): Box {
  const clipOf = (one: Element): Clip => {
    const known = clips.get(one);
    if (known) return known;
    const style = getComputedStyle(one);
    const hides = style.overflowX !== 'visible' || style.overflowY !== 'visible';
    const clip = { style, box: hides ? one.getBoundingClientRect() : null };
    clips.set(one, clip);
    return clip;
  };
  let seen = view;
  let { position } = clipOf(element).style;
  // The page's own scrolling is the window's. What is fixed, or placed by an ancestor further out, is not hidden by those between.
  for (let one = element.parentElement; one && one !== document.body; one = one.parentElement) {
    if (position === 'fixed') break;
    const { style, box } = clipOf(one);
    if (position === 'absolute' && style.position === 'static') continue;
    if (box) seen = meet(seen, box);
    position = style.position;
  }
  return seen;
}

export const viewSize = (): { readonly width: number; readonly height: number } => {
  // Without scroll bars; in the oldest pages the body stands for the window.
  const { clientWidth, clientHeight } = document.scrollingElement ?? document.documentElement;
  return {
    width: Math.min(innerWidth, clientWidth || innerWidth),
    height: Math.min(innerHeight, clientHeight || innerHeight),
  };
};

/** Where the page's controls are seen in the window now. */
export function controlBoxes(): Box[] {
  const view = { left: 0, top: 0, ...viewSize() };
  const clips = new Map<Element, Clip>();
  return [...document.querySelectorAll(controls)].flatMap((element) => {
    if (!isSeen(meet(element.getBoundingClientRect(), view))) return [];
    if (!element.checkVisibility({ checkVisibilityCSS: true }) || isOnlyAround(element)) return [];
    const seen = windowOf(element, view, clips);
    // A link over two lines is two boxes.
    return [...element.getClientRects()].map((box) => meet(box, seen)).filter(isSeen);
  });
}

const step = 16;
const isPressable = (element: Element): boolean => getComputedStyle(element).cursor === 'pointer';

/** A control that only shows by its cursor, or in the shadow of a component, under this point of the window. */
function oddControlAt(x: number, y: number, isOurs: (element: Element) => boolean): Element | null {
  let found = document.elementsFromPoint(x, y).find((element) => !isOurs(element)) ?? null;
  while (found?.shadowRoot) {
    const inner: Element | undefined = found.shadowRoot.elementsFromPoint(x, y)[0];
    if (!inner || inner === found) break;
    found = inner;
  }
  if (!found) return null;
  const inShadow = found.getRootNode() instanceof ShadowRoot ? found.closest(controls) : null;
  return inShadow ?? (isPressable(found) ? found : null);
}

/** Where within the box such a control is; null for none. Pages that are one such thing as a whole have none. */
export function oddControlBox(area: Box, isOurs: (element: Element) => boolean): Box | null {
  const { width, height } = viewSize();
  for (let x = area.left + 1; x < area.left + area.width; x += Math.min(step, area.width / 3))
    for (let y = area.top + 1; y < area.top + area.height; y += Math.min(step, area.height / 3)) {
      const box = oddControlAt(x, y, isOurs)?.getBoundingClientRect();
      if (box && box.width * box.height < (width * height) / 2) return box;
    }
  return null;
}
