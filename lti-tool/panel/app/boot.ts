/** What the launch page hands over in its body: the session token lives in memory only, never in storage or a URL. */
export type Boot = {
  readonly token: string;
  readonly platformOrigin: string;
  /** The place to open, as parts of its address; null for the first. */
  readonly start: readonly string[] | null;
  /** Set where activities are chosen for a course: where the answer is posted. */
  readonly contentReturnUrl: string | null;
};

/** Reads the hand-over and removes it from the page. */
export function takeBoot(page: Document): Boot {
  const element = page.getElementById('boot');
  const boot: unknown = JSON.parse(element?.textContent || '{}');
  element?.remove();
  const { token = '', platformOrigin = '', start = null, contentReturnUrl = null } = boot as Partial<Boot>;
  return { token, platformOrigin, start, contentReturnUrl };
}
