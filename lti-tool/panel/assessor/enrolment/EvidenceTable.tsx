import type { EvidenceSummary } from '../../../../shared/api/views.ts';
import { number } from '../../../../shared/texts/locale.ts';
import { enrolmentTexts } from '../../../../shared/texts/staff.ts';
import { hrefTo } from '../../app/router.ts';
import { shortDate } from '../../parts/dates.ts';
import { methodNames } from '../../parts/method-names.ts';
import { statusSentence } from '../evidence-words.ts';

type Props = { readonly items: readonly EvidenceSummary[]; readonly learner: string; readonly now: number };

/** All evidence of a learner; a row opens it. */
export function EvidenceTable({ items, learner, now }: Props) {
  const words = enrolmentTexts;
  if (items.length === 0) return <p class="quiet">{words.noEvidence(learner)}</p>;
  return (
    <table class="rows whole">
      <caption class="sr">{words.evidence}</caption>
      <thead>
        <tr>
          <th scope="col">{words.evidenceTitle}</th>
          <th scope="col">{words.status}</th>
          <th scope="col" class="wide">
            {words.sent}
          </th>
          <th scope="col" class="num wider">
            {words.ticked}
          </th>
          <th scope="col" class="num">
            {words.confirmed}
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.id}>
            <th scope="row" class="text">
              <a href={hrefTo('evidence', item.id)}>{item.title}</a> <small>{methodNames()[item.method]}</small>
            </th>
            <td class="text">
              {item.unconfirmed > 0 ? <span class="met soon">{statusSentence(item)}</span> : statusSentence(item)}
            </td>
            <td class="wide">{item.submittedAt && shortDate(item.submittedAt, now)}</td>
            <td class="num wider">{number(item.ticked)}</td>
            <td class="num">
              <b>{number(item.confirmed)}</b>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
