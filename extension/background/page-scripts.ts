import type { PageScript } from '../browser.ts';
import { patternOf, safeOrigin } from '../tool-address.ts';
import type { Background } from './background.ts';
import type { Kept, Passing } from './state.ts';

/** The origins of the LMS sites on which a person's courses are. */
export const lmsOrigins = ({ pairings }: Pick<Kept, 'pairings'>): string[] => {
  const urls = pairings.flatMap(({ waiting, lost }) =>
    lost ? [] : (waiting?.places ?? []).map((place) => place.lmsUrl),
  );
  const origins = urls.flatMap((url) => (url === null ? [] : (safeOrigin(url) ?? [])));
  return [...new Set(origins)].sort();
};

export const toolOrigins = ({ pairings }: Kept, { expected }: Passing): string[] =>
  [...new Set([...pairings.map(({ toolUrl }) => toolUrl), ...(expected ? [expected.toolUrl] : [])])].sort();

/** The scripts that should be in pages, whether the person allows them there or not. */
export function wantedScripts(kept: Kept, passing: Passing): PageScript[] {
  const shown = lmsOrigins(kept).filter((origin) => !kept.hidden.includes(origin));
  const script = (kind: 'tool' | 'lms', origin: string): PageScript => ({
    id: `${kind} ${patternOf(origin)}`,
    matches: [patternOf(origin)],
    file: kind === 'tool' ? 'tool-frame.js' : 'lms-page.js',
    inFrames: kind === 'tool',
  });
  const all = [
    ...toolOrigins(kept, passing).map((origin) => script('tool', origin)),
    ...shown.map((origin) => script('lms', origin)),
  ];
  return [...new Map(all.map((one) => [one.id, one])).values()];
}

let last: Promise<void> = Promise.resolve();

/**
 * Puts scripts into the pages of exactly those origins that are needed and allowed: none is anywhere else, and none
 * stays after a permission went.
 */
export function arrangeScripts(background: Background): Promise<void> {
  const work = async () => {
    const { browser, state } = background;
    const wanted = wantedScripts(await state.kept(), await state.passing());
    const allowed: PageScript[] = [];
    for (const script of wanted) if (await browser.mayReach(script.matches[0] ?? '')) allowed.push(script);
    const present = await browser.pageScripts();
    const gone = present.filter(({ id }) => !allowed.some((script) => script.id === id));
    const fresh = allowed.filter(({ id }) => !present.some((script) => script.id === id));
    if (gone.length > 0) await browser.removePageScripts(gone.map(({ id }) => id));
    if (fresh.length > 0) await browser.addPageScripts(fresh);
  };
  last = last.then(work, work);
  return last;
}
