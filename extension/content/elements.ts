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
  brand:
    'M7.5 2.3a5.7 5.7 0 1 0 0 11.4 5.7 5.7 0 0 0 0-11.4M10 8h6.5a2 2 0 0 1 2 2v6.5a2 2 0 0 1-2 2H10a2 2 0 0 1-2-2V10a2 2 0 0 1 2-2Zm.6 5.4 2 2 3.4-4',
  learner: 'M10 2.4a7.6 7.6 0 1 0 0 15.2 7.6 7.6 0 0 0 0-15.2ZM6.7 10.3 9 12.6l4.3-5',
  trainee: 'M10 1.4 18.6 10 10 18.6 1.4 10ZM7.1 10.2l2 2 3.7-4.3',
  close: 'm5 5 10 10M15 5 5 15',
  move: 'M10 2v16M2 10h16M7.5 4.5 10 2l2.5 2.5M7.5 15.5 10 18l2.5-2.5M4.5 7.5 2 10l2.5 2.5M15.5 7.5 18 10l-2.5 2.5',
};

/** A drawing of 20 x 20; decoration only. */
export function drawing(name: keyof typeof drawings): SVGElement {
  const namespace = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(namespace, 'svg');
  svg.setAttribute('viewBox', '0 0 20 20');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(namespace, 'path');
  path.setAttribute('d', drawings[name]);
  svg.append(path);
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
