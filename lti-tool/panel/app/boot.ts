/** What the launch page hands over in its body: the session token lives in memory only, never in storage or a URL. */
export type Boot = { readonly token: string; readonly platformOrigin: string };

/** Reads the hand-over and removes it from the page. */
export function takeBoot(page: Document): Boot {
  const element = page.getElementById('boot');
  const boot: unknown = JSON.parse(element?.textContent || '{}');
  element?.remove();
  const { token = '', platformOrigin = '' } = boot as Partial<Boot>;
  return { token, platformOrigin };
}
