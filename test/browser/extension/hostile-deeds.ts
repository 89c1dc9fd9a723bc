/**
 * What a page of the LMS in an attacker's hand does. Each deed runs in the page as its own script, whatever the browser;
 * so each is whole in itself.
 */

/** Listens in, before the overlay comes, on everything that it might be made with. */
export function setTraps(): void {
  const caught: unknown[] = [];
  Object.assign(globalThis, { caught });
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (this: Element) {
    const root = attach.call(this, { mode: 'open' });
    caught.push(root);
    return root;
  };
  const listen = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function (this: EventTarget, ...given: Parameters<typeof listen>) {
    if (this instanceof HTMLButtonElement) caught.push(given);
    listen.apply(this, given);
  };
  const write = Object.getOwnPropertyDescriptor(Node.prototype, 'textContent')?.set;
  Object.defineProperty(Node.prototype, 'textContent', {
    configurable: true,
    get: () => '',
    set(this: Node, text: string) {
      caught.push(text);
      write?.call(this, text);
    },
  });
  addEventListener('message', ({ data }) => caught.push(data));
}

/** Synthesises clicks, keys and pointers, on the overlay and all over it. */
export function synthesise(): void {
  const host = document.querySelector<HTMLElement>('countersign-overlay');
  if (!host) throw new Error('There is no overlay.');
  const { left, top, width, height } = host.getBoundingClientRect();
  const at = { clientX: left + width / 2, clientY: top + height / 2, bubbles: true, composed: true, button: 0 };
  const target = document.elementFromPoint(at.clientX, at.clientY) ?? host;
  for (const one of [host, target, document.documentElement]) {
    for (const type of ['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'click'])
      one.dispatchEvent(new MouseEvent(type, at));
    for (const key of ['Enter', ' '])
      one.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
    (one as HTMLElement).click();
    (one as HTMLElement).focus();
  }
}

/** Reads the document, opens shadows by force, and looks at what the traps caught. */
export function readAll() {
  const host = document.querySelector('countersign-overlay');
  const { caught } = globalThis as unknown as { caught: unknown[] };
  getSelection()?.selectAllChildren(document.documentElement);
  return {
    root: host?.shadowRoot ?? null,
    parts: host?.childNodes.length,
    html: document.documentElement.outerHTML,
    text: String(getSelection()),
    caught: JSON.stringify(caught),
  };
}

/** Fakes the messages of panel, extension and background; returns what came back, and what of the extension it can call. */
export async function fakeMessages() {
  const { caught } = globalThis as unknown as { caught: unknown[] };
  const fakes = [
    { countersign: 'panelHere' },
    { countersign: 'pairingCode', code: 'c'.repeat(43) },
    { type: 'overview', fresh: true },
    { type: 'accept', nonce: 'n'.repeat(43) },
  ];
  for (const fake of fakes) {
    window.postMessage(fake, '*');
    for (const frame of [window.parent, window.top]) frame?.postMessage(fake, '*');
    document.dispatchEvent(new CustomEvent('countersign', { detail: JSON.stringify(fake) }));
  }
  await new Promise((resolve) => setTimeout(resolve, 500));
  const world = globalThis as unknown as Record<'chrome' | 'browser', { runtime?: unknown } | undefined>;
  return {
    answers: caught.filter((one) => !fakes.some((fake) => JSON.stringify(fake) === JSON.stringify(one))),
    runtime: [typeof world.chrome?.runtime, typeof world.browser?.runtime],
  };
}

/** Frames a file of the extension and fetches it; whether the fetch was answered. */
export async function frameAndFetch(url: string): Promise<boolean> {
  const frame = document.createElement('iframe');
  frame.src = url;
  document.body.append(frame);
  await new Promise((resolve) => setTimeout(resolve, 300));
  return fetch(url).then(
    (answer) => answer.ok,
    () => false,
  );
}

/** Makes the overlay invisible and larger than the window, so that a person clicks it unawares. */
export function makeInvisible(): void {
  const host = document.querySelector<HTMLElement>('countersign-overlay');
  host?.style.setProperty('opacity', '0', 'important');
  host?.style.setProperty('transform', 'scale(40)', 'important');
}

/** Asks the tool itself, as the page or without a word of who. */
export const askTheTool = (tool: string) =>
  Promise.all(
    ['/extension/counts', '/extension/waiting', '/extension/pair'].map((path) =>
      fetch(tool + path, { credentials: 'include' }).then(
        (answer) => answer.type as string,
        () => 'blocked',
      ),
    ),
  );

/** Puts a frame of its own address into the page. */
export function frameItself(): Promise<unknown> {
  const frame = document.createElement('iframe');
  frame.src = location.href;
  document.body.append(frame);
  return new Promise((resolve) => frame.addEventListener('load', resolve));
}

/** Throws the overlay out, and all of its own body. */
export function throwOut(): void {
  document.querySelector('countersign-overlay')?.remove();
  document.body.replaceChildren();
}
