import type { SiteView } from '../messages.ts';

type Props = {
  readonly sites: readonly SiteView[];
  readonly onAllow: (origin: string) => Promise<void>;
  readonly onHide: (origin: string) => Promise<void>;
};

const states: Readonly<Record<SiteView['state'], string>> = {
  shown: 'Shows what waits',
  notShown: 'Shows nothing',
  barred: 'Shows nothing: the browser does not let the extension see this site any more',
};

/** The LMS sites of the person's courses: on each, what waits can be shown where they work. One by one, and never needed. */
export function Sites({ sites, onAllow, onHide }: Props) {
  if (sites.length === 0) return null;
  return (
    <section aria-labelledby="sites">
      <h2 id="sites">On your LMS</h2>
      <p class="quiet">
        On course, gradebook and people pages a small button can show who waits there. For that the extension has to see
        the pages of the site: it looks for the course and the learners’ numbers, changes nothing and sends nothing of
        them anywhere. The number on the browser’s button works without.
      </p>
      <ul class="cards">
        {sites.map(({ origin, state }) => (
          <li key={origin} class="line">
            <div>
              <b>{new URL(origin).host}</b>
              <p class={state === 'barred' ? 'fault' : 'quiet'}>{states[state]}</p>
            </div>
            {state === 'shown' ? (
              <button type="button" class="button push" onClick={() => void onHide(origin)}>
                Stop showing<span class="sr"> on {origin}</span>
              </button>
            ) : (
              <button type="button" class="button push" onClick={() => void onAllow(origin)}>
                Show what waits<span class="sr"> on {origin}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
