import { useState } from 'preact/hooks';
import type { SamplingPick } from '../../../shared/api/quality-views.ts';
import { qualityTexts } from '../../../shared/texts/quality.ts';
import { hrefTo } from '../app/router.ts';
import { shortDate } from '../parts/dates.ts';
import { Icon } from '../parts/Icon.tsx';
import { methodNames } from '../parts/method-names.ts';

type Props = { readonly picks: readonly SamplingPick[]; readonly maySample: boolean; readonly now: number };
/** Rows shown before all are asked for. */
const first = 10;

const because = (pick: SamplingPick): string =>
  qualityTexts.because(pick, pick.rule.kind === 'method' ? methodNames()[pick.rule.method] : '');

/** The reviews that the plan picks next, each with why. */
export function PickTable({ picks, maySample, now }: Props) {
  const [all, setAll] = useState(false);
  const words = qualityTexts;
  if (picks.length === 0)
    return (
      <section aria-labelledby="next-to-sample">
        <h2 id="next-to-sample">{words.next}</h2>
        <p class="line">
          <span class="met">
            <Icon name="confirmed" /> {words.nothingNextTitle}
          </span>
          <span class="quiet">{words.nothingNext}</span>
        </p>
      </section>
    );
  return (
    <section aria-labelledby="next-to-sample">
      <div class="line">
        <h2 id="next-to-sample">{words.next}</h2>
        <p class="quiet">{words.nextIntro(picks.length)}</p>
      </div>
      <table class="rows picks">
        <caption class="sr">{words.next}</caption>
        <thead>
          <tr>
            <th scope="col">{words.review}</th>
            <th scope="col" class="num">
              {words.toSample}
            </th>
            <th scope="col" class="wider">
              {words.why}
            </th>
          </tr>
        </thead>
        <tbody>
          {(all ? picks : picks.slice(0, first)).map((pick) => (
            <tr key={`${pick.evidenceId} ${pick.assessor.id}`}>
              <th scope="row" class="text">
                <a href={hrefTo(maySample ? 'sample' : 'evidence', pick.evidenceId)}>
                  {pick.learner.name}: {pick.title}
                </a>
                <small>
                  {methodNames()[pick.method]} · {words.confirmedOn(pick.assessor.name, shortDate(pick.at, now))}
                </small>
                <small class="narrow">{pick.own ? words.ownPick : because(pick)}</small>
              </th>
              <td class="num">{words.criteria(pick.criterionIds.length)}</td>
              <td class="text wider">
                <small>{pick.own ? words.ownPick : because(pick)}</small>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {picks.length > first && !all && (
        <button type="button" class="link" onClick={() => setAll(true)}>
          {words.showAll(picks.length)}
        </button>
      )}
    </section>
  );
}
