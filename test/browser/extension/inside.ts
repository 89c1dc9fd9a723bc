import type { CDPSession, Frame, Page } from 'playwright-core';

type AxNode = {
  readonly backendDOMNodeId?: number;
  readonly role?: { readonly value: string };
  readonly name?: { readonly value: string };
  readonly ignored: boolean;
};

async function withSession<T>(place: Page | Frame, work: (session: CDPSession) => Promise<T>): Promise<T> {
  const page = 'mainFrame' in place ? place : place.page();
  const session = await page.context().newCDPSession(place);
  try {
    return await work(session);
  } finally {
    await session.detach();
  }
}

const nodesOf = async (session: CDPSession): Promise<readonly AxNode[]> =>
  (await session.send('Accessibility.getFullAXTree')).nodes as readonly AxNode[];

/** "role name" of all that a screen reader finds, closed shadows included: no script of the page can see into those. */
export const heard = (place: Page | Frame): Promise<string[]> =>
  withSession(place, async (session) =>
    (await nodesOf(session))
      .filter(({ ignored, name }) => !ignored && name?.value)
      .map(({ role, name }) => `${role?.value} ${name?.value}`),
  );

/** Waits for something with this role and name to stand still and presses it with the mouse, as a person would. */
export async function press(place: Page | Frame, role: string, name: RegExp): Promise<void> {
  const page = 'mainFrame' in place ? place : place.page();
  const end = Date.now() + 8_000;
  let last: { x: number; y: number } | null = null;
  for (;;) {
    const middle = await withSession(place, async (session) => {
      const found = (await nodesOf(session)).find(
        (node) => !node.ignored && node.role?.value === role && name.test(node.name?.value ?? ''),
      );
      if (found?.backendDOMNodeId === undefined) return null;
      await session.send('DOM.scrollIntoViewIfNeeded', { backendNodeId: found.backendDOMNodeId });
      const { model } = await session.send('DOM.getBoxModel', { backendNodeId: found.backendDOMNodeId });
      const [x1 = 0, y1 = 0, , , x2 = 0, y2 = 0] = model.border;
      return { x: (x1 + x2) / 2, y: (y1 + y2) / 2 };
    }).catch(() => null);
    // Where the frame is now: scrolling to what is in it may have moved it.
    const frame = 'mainFrame' in place ? null : await (await place.frameElement()).boundingBox();
    const now = middle && { x: middle.x + (frame?.x ?? 0), y: middle.y + (frame?.y ?? 0) };
    if (now && last && now.x === last.x && now.y === last.y) return page.mouse.click(now.x, now.y);
    last = now;
    if (Date.now() > end) throw new Error(`No ${role} ${name}: ${(await heard(place)).join(' | ')}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
