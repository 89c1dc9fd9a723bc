import { type Shape, signs } from '../../shared/drawings/signs.ts';

type Child = Node | string | false | null;
type Attributes = Readonly<Record<string, string>>;

/** An element with attributes and children. Texts become text, never markup. */
export function element(tag: string, attributes: Attributes = {}, ...children: Child[]): HTMLElement {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children.filter((child) => child !== false && child !== null));
  return made;
}

/** A button that hears the person only: a click that a script made is none. */
export function button(attributes: Attributes, onPress: () => void, ...children: Child[]): HTMLElement {
  const made = element('button', { type: 'button', ...attributes }, ...children);
  made.addEventListener('click', (event) => {
    if (event.isTrusted) onPress();
  });
  return made;
}

const drawings = {
  ...signs,
  move: [
    [
      'path',
      {
        d: 'M10 2v16M2 10h16M7.5 4.5 10 2l2.5 2.5M7.5 15.5 10 18l2.5-2.5M4.5 7.5 2 10l2.5 2.5M15.5 7.5 18 10l-2.5 2.5',
      },
    ],
  ],
} as const satisfies Readonly<Record<string, readonly Shape[]>>;

const svgElement = (tag: string, attributes: Attributes): SVGElement => {
  const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
};

/** A drawing of 20 x 20; decoration only. */
export function drawing(name: keyof typeof drawings): SVGElement {
  const svg = svgElement('svg', { class: 'icon', viewBox: '0 0 20 20', 'aria-hidden': 'true' });
  svg.append(...drawings[name].map(([tag, attributes]) => svgElement(tag, attributes)));
  return svg;
}

/** The extension's styles, put here by the build. */
declare const OVERLAY_STYLE: string;

/** An element with a closed shadow: the page can neither read nor style nor press what is in it. */
export function shadowHost(tag: string): { readonly host: HTMLElement; readonly shadow: ShadowRoot } {
  const host = document.createElement(tag);
  const shadow = host.attachShadow({ mode: 'closed' });
  const style = document.createElement('style');
  style.textContent = OVERLAY_STYLE;
  shadow.append(style);
  return { host, shadow };
}
