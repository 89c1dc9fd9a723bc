import type { ExtensionBrowser } from './browser.ts';
import type { Answer, Replies, Request, RequestType } from './messages.ts';

/** The background said no. `message` is fit for the screen. */
export class AskError extends Error {
  override readonly name = 'AskError';
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

export type Ask = <T extends RequestType>(request: Extract<Request, { type: T }>) => Promise<Replies[T]>;

const asleep = 'The extension is being updated. Close this and open it again.';

/** Asks the background. Rejects with an AskError. */
export const asker =
  (browser: Pick<ExtensionBrowser, 'send'>): Ask =>
  async <T extends RequestType>(request: Extract<Request, { type: T }>) => {
    const answer = (await browser.send(request).catch(() => undefined)) as Answer<Replies[T]> | undefined;
    if (answer === undefined) throw new AskError('asleep', asleep);
    if ('fault' in answer) throw new AskError(answer.fault.code, answer.fault.text);
    return answer.value;
  };
