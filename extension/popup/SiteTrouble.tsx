import type { SiteView } from '../messages.ts';

type Props = {
  readonly sites: readonly SiteView[];
  /** Asks the browser to let the extension see a site again, within a click. */
  readonly onAllow: (origin: string) => void;
};

/** The LMS sites that showed what waits until the browser's leave was taken away. Nothing where there is none. */
export const SiteTrouble = ({ sites, onAllow }: Props) => (
  <>
    {sites
      .filter(({ state }) => state === 'barred')
      .map(({ origin }) => (
        <div key={origin} class="notice" role="status">
          <p>
            <b>Nothing is shown on {new URL(origin).host} any more.</b> The browser does not let the extension see that
            site. The number here is right all the same.
          </p>
          <button type="button" class="button" onClick={() => onAllow(origin)}>
            Show it there again
          </button>
        </div>
      ))}
  </>
);
