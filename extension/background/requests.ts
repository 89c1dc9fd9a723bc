import type { Sender } from '../browser.ts';
import { type Answer, allowedFrom, type Replies, type Request, requestSchema } from '../messages.ts';
import { patternOf, safeOrigin } from '../tool-address.ts';
import { acceptShown, pairingOf, showPrompt, undoAccept } from './accepting.ts';
import { type Background, Refusal } from './background.ts';
import { isShownOn, itemInPanel, lmsPageOf, overviewOf } from './overview.ts';
import { arrangeScripts, lmsOrigins, toolOrigins } from './page-scripts.ts';
import { beginPairing, endPairing, unpair } from './pairing.ts';

/** What a page is to us. One origin can be both a tool and an LMS; a page that is neither is nothing. */
export type Source = { readonly origin: string; readonly kinds: ReadonlySet<keyof typeof allowedFrom> };

/** Who asks, by what the browser says of the sender; never by what the message says. Null: nobody to answer. */
async function sourceOf({ browser, state }: Background, sender: Sender): Promise<Source | null> {
  const { id, url, tab, frameId } = sender;
  if (id !== browser.id || !url) return null;
  if (url.startsWith(browser.urlOf(''))) return { origin: '', kinds: new Set(['own']) };
  const origin = safeOrigin(url);
  if (origin === null || tab?.id === undefined) return null;
  // A script that was put there before the person took the leave away is still there until the page is left.
  if (!(await browser.mayReach(patternOf(origin)))) return null;
  const [kept, passing] = [await state.kept(), await state.passing()];
  const kinds = new Set<'lms' | 'tool'>();
  if (toolOrigins(kept, passing).includes(origin)) kinds.add('tool');
  // The overlay is in the page itself: a frame of an LMS page may be anybody's.
  if (lmsOrigins(kept).includes(origin) && frameId === 0) kinds.add('lms');
  return kinds.size > 0 ? { origin, kinds } : null;
}

const promptSize = { width: 520, height: 640 };
const listSize = { width: 400, height: 600 };
const minute = 60_000;

/** Opens the prompt in a window of the extension's own: no page can read, cover, frame or click it. */
async function openPrompt(background: Background, source: Source, asked: Extract<Request, { type: 'openPrompt' }>) {
  const { browser, state } = background;
  if (!source.kinds.has('own') && !isShownOn(await state.kept(), source.origin, asked))
    throw new Refusal('notFound', 'This does not wait here any more.');
  const query = new URLSearchParams({ pairing: asked.pairingId, evidence: asked.evidenceId, of: asked.of });
  await browser.openWindow(browser.urlOf(`prompt.html?${query}`), promptSize);
  return null;
}

/** Opens the LMS at the activity; the panel that comes up there goes on to the item. */
async function openItem(background: Background, source: Source, asked: Extract<Request, { type: 'openItem' }>) {
  const { browser, state, now } = background;
  const { toolUrl, waiting } = await pairingOf(background, asked.pairingId);
  const address = waiting?.places.find((place) => place.contextId === asked.contextId)?.activityUrl;
  const isFromPage = !source.kinds.has('own');
  if (!address || safeOrigin(address) === null || (isFromPage && !isShownOn(await state.kept(), source.origin, asked)))
    throw new Refusal('notFound', 'The extension does not know where this is. Open Countersign in your course.');
  const destination = { toolUrl, evidenceId: asked.evidenceId, until: now() + minute };
  await state.pass((passing) => ({ ...passing, destination }));
  await browser.openTab(address);
  return null;
}

/** Tells the script in the tool's frame whether a pairing is wanted, and once where the panel is to go. */
async function toolFrame({ state, label, now }: Background, origin: string): Promise<Replies['toolFrame']> {
  const { expected, destination } = await state.passing();
  const isFor = (one: { readonly toolUrl: string; readonly until: number } | null) =>
    one !== null && one.toolUrl === origin && one.until > now();
  if (isFor(destination)) await state.pass((passing) => ({ ...passing, destination: null }));
  return {
    challenge: isFor(expected) ? (expected?.challenge ?? null) : null,
    label,
    evidenceId: isFor(destination) ? (destination?.evidenceId ?? null) : null,
  };
}

async function answerTo(background: Background, request: Request, source: Source): Promise<Replies[Request['type']]> {
  const { state, browser } = background;
  const { origin } = source;
  switch (request.type) {
    case 'overview':
      return overviewOf(background, request.fresh);
    case 'beginPairing':
      return beginPairing(background, request.toolUrl);
    case 'unpair':
      return unpair(background, request.pairingId);
    case 'prompt':
      return showPrompt(background, request.pairingId, request.evidenceId, request.of);
    case 'accept':
      return acceptShown(background, request.nonce);
    case 'undo':
      return undoAccept(background, request.pairingId, request.evidenceId, request.sequence);
    case 'showOn':
      return show(background, request.origin, request.show);
    case 'lmsPage':
      return lmsPageOf(background, origin, request);
    case 'placeOverlay':
      await state.keep((kept) => ({ ...kept, overlays: { ...kept.overlays, [origin]: request.place } }));
      return null;
    case 'hideHere':
      return show(background, origin, false);
    case 'toolFrame':
      return toolFrame(background, origin);
    case 'pairingCode':
      return endPairing(background, origin, request.code);
    case 'currentItem':
      return itemInPanel(background, origin, request.evidenceId);
    case 'openPrompt':
      return openPrompt(background, source, request);
    case 'openItem':
      return openItem(background, source, request);
    case 'openList':
      await browser.openWindow(browser.urlOf('popup.html'), listSize);
      return null;
    case 'openSettings':
      await browser.openTab(browser.urlOf('options.html'));
      return null;
    default:
      return request satisfies never;
  }
}

/** Shows the overlay on a site, or takes it off there together with the right to be there. */
async function show(background: Background, origin: string, shown: boolean): Promise<null> {
  const { state, browser } = background;
  await state.keep((kept) => {
    const others = (origins: readonly string[]) => origins.filter((one) => one !== origin);
    const [wanted, hidden] = [others(kept.wanted), others(kept.hidden)];
    return shown ? { ...kept, wanted: [...wanted, origin], hidden } : { ...kept, wanted, hidden: [...hidden, origin] };
  });
  const pattern = patternOf(origin);
  const tools = (await state.kept()).pairings.map(({ toolUrl }) => patternOf(toolUrl));
  if (!shown && !tools.includes(pattern)) await browser.giveUp(pattern).catch(() => {});
  await arrangeScripts(background);
  return null;
}

/**
 * Answers a message. One that does not fit the schema, that comes from anybody else, or that this kind of page may not
 * send, is not answered at all.
 */
export async function answerMessage(
  background: Background,
  message: unknown,
  sender: Sender,
): Promise<Answer<unknown> | undefined> {
  const request = requestSchema.safeParse(message);
  if (!request.success) return undefined;
  const source = await sourceOf(background, sender);
  if (source === null || ![...source.kinds].some((kind) => allowedFrom[kind].has(request.data.type))) return undefined;
  try {
    return { value: await answerTo(background, request.data, source) };
  } catch (error) {
    if (error instanceof Refusal) return { fault: { code: error.code, text: error.message } };
    console.error(error);
    return { fault: { code: 'internal', text: 'Something went wrong in the extension. Try again.' } };
  }
}
