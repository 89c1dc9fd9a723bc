import type { Browser, Page } from 'puppeteer-core';

/** What puppeteer does not say of its connection: commands of WebDriver BiDi, with Firefox's own. */
type Connection = { send(method: string, params: object): Promise<{ readonly result: unknown }> };
type Tree = { readonly contexts: ReadonlyArray<{ readonly context: string; readonly url: string }> };
type Called = {
  readonly type: string;
  readonly result?: { readonly value?: unknown };
  readonly exceptionDetails?: { readonly text: string };
};

/** What can be done in a driven Firefox beyond its pages. */
export function firefoxWindow(browser: Browser) {
  const { connection } = browser as unknown as { readonly connection: Connection };
  const send = async <T>(method: string, params: object): Promise<T> =>
    (await connection.send(method, params)).result as T;
  return {
    /** Runs a function in the browser's own window, where its buttons and questions are; its result must be text. */
    async inChrome(source: string, ...given: string[]): Promise<string> {
      const { contexts } = await send<Tree>('browsingContext.getTree', { 'moz:scope': 'chrome' });
      const window = contexts.find(({ url }) => url.includes('browser.xhtml'));
      const answer = await send<Called>('script.callFunction', {
        functionDeclaration: source,
        awaitPromise: true,
        arguments: given.map((value) => ({ type: 'string', value })),
        target: { context: window?.context },
      });
      if (answer.type === 'exception') throw new Error(answer.exceptionDetails?.text ?? 'It failed in the browser.');
      return String(answer.result?.value ?? '');
    },
    /** Goes to an address whose loading is never reported, such as a page of an extension. */
    async goWithoutWaiting(page: Page, url: string): Promise<void> {
      const context = (page.mainFrame() as unknown as { readonly _id: string })._id;
      await send('browsingContext.navigate', { context, url, wait: 'none' });
    },
  };
}
