import type { EvidenceId } from '../../shared/domain/ids.ts';
import type { ListedItem, LmsPageView, Overview, PairingView, SiteView } from '../messages.ts';
import { patternOf, safeOrigin } from '../tool-address.ts';
import type { Background } from './background.ts';
import { standingOf } from './badge.ts';
import { lmsOrigins } from './page-scripts.ts';
import { poll, refreshLists, withReach } from './polling.ts';
import type { Kept, Pairing } from './state.ts';

const itemsOf = ({ id, waiting }: Pairing): ListedItem[] =>
  (waiting?.rows ?? []).map(({ submittedAt, ...row }) => ({ ...row, pairingId: id, since: submittedAt }));

function viewOf(pairing: Pairing & { readonly allowed: boolean }, now: number): PairingView {
  const { id, toolUrl, person, expiresAt, counts, checkedAt, waiting } = pairing;
  return {
    ...{ id, toolUrl, person, expiresAt, counts, checkedAt },
    standing: standingOf(pairing, now),
    places: (waiting?.places ?? []).map(({ contextId, title, role, activityUrl }) => ({
      ...{ contextId, title, role },
      hasPage: activityUrl !== null && safeOrigin(activityUrl) !== null,
    })),
    items: itemsOf(pairing),
    more: waiting?.more ?? 0,
    returned: waiting?.returned ?? [],
  };
}

/** Addresses that the institution set: by the browser's policy, and in the build. */
async function offeredTools({ browser, builtIn }: Background): Promise<string[]> {
  const { tools } = await browser.read('managed');
  const named = Array.isArray(tools) ? tools.filter((one): one is string => typeof one === 'string') : [];
  return [...new Set([...named, ...builtIn].flatMap((address) => safeOrigin(address) ?? []))];
}

async function siteStateOf({ browser }: Background, kept: Kept, origin: string): Promise<SiteView['state']> {
  if (kept.hidden.includes(origin)) return 'notShown';
  if (await browser.mayReach(patternOf(origin))) return 'shown';
  return kept.wanted.includes(origin) ? 'barred' : 'notShown';
}

/** All that the extension's own pages show. Tokens are not in it. */
export async function overviewOf(background: Background, fresh: boolean): Promise<Overview> {
  const { state, now } = background;
  if (fresh) await Promise.all([poll(background, true), refreshLists(background, true)]);
  else await refreshLists(background, false);
  const [kept, { expected }] = [await state.kept(), await state.passing()];
  const sites = await Promise.all(
    lmsOrigins(kept).map(async (origin) => ({ origin, state: await siteStateOf(background, kept, origin) })),
  );
  return {
    pairings: (await withReach(background, kept.pairings)).map((pairing) => viewOf(pairing, now())),
    sites,
    offered: await offeredTools(background),
    expected: expected && expected.until > now() ? expected.toolUrl : null,
  };
}

/** What waits in the courses of one LMS site. */
function itemsOn(
  { pairings }: Kept,
  origin: string,
  isCourse: (product: string | null, course: string | null) => boolean,
) {
  return pairings.flatMap((pairing) => {
    if (pairing.lost) return [];
    const here = (pairing.waiting?.places ?? []).filter(
      ({ lmsUrl, product, coursePageId }) =>
        lmsUrl !== null && safeOrigin(lmsUrl) === origin && isCourse(product, coursePageId),
    );
    const contexts = new Set(here.map((place) => place.contextId));
    return itemsOf(pairing).filter((item) => contexts.has(item.contextId));
  });
}

/** What the overlay shows on a page of a course; null where nothing waits or it is not wanted. */
export async function lmsPageOf(
  background: Background,
  origin: string,
  page: { readonly product: string; readonly course: string },
): Promise<LmsPageView | null> {
  await refreshLists(background, false);
  const kept = await background.state.kept();
  if (kept.hidden.includes(origin)) return null;
  const items = itemsOn(kept, origin, (product, course) => product === page.product && course === page.course);
  return items.length === 0 ? null : { items, place: kept.overlays[origin] ?? null };
}

/** The item that the panel in the tool's frame has open, where something on it waits for its reader. */
export async function itemInPanel(background: Background, toolUrl: string, id: EvidenceId): Promise<ListedItem | null> {
  await refreshLists(background, false);
  const { pairings } = await background.state.kept();
  const items = pairings.filter((one) => one.toolUrl === toolUrl && !one.lost).flatMap(itemsOf);
  return items.find((item) => item.evidenceId === id) ?? null;
}

/** Whether an item may be opened from a page: it is of that LMS site, or of that tool. */
export function isShownOn(kept: Kept, origin: string, wanted: Pick<ListedItem, 'pairingId' | 'evidenceId'>): boolean {
  const ofTool = kept.pairings.filter((one) => one.toolUrl === origin && !one.lost).flatMap(itemsOf);
  return [...itemsOn(kept, origin, () => true), ...ofTool].some(
    (item) => item.pairingId === wanted.pairingId && item.evidenceId === wanted.evidenceId,
  );
}
