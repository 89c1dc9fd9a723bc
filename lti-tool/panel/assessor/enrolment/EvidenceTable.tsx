import type { EvidenceSummary } from '../../../../shared/api/views.ts';
import { hrefTo } from '../../app/router.ts';
import { shortDate } from '../../parts/dates.ts';
import { methodNames } from '../../parts/method-names.ts';
import { statusSentence } from '../evidence-words.ts';

type Props = { readonly items: readonly EvidenceSummary[]; readonly learner: string; readonly now: number };

/** All evidence of a learner; a row opens it. */
export function EvidenceTable({ items, learner, now }: Props) {
  if (items.length === 0) return <p class="quiet">{learner} has not added any evidence yet.</p>;
  return (
    <table class="rows whole">
      <caption class="sr">Evidence</caption>
      <thead>
        <tr>
          <th scope="col">Title</th>
          <th scope="col">Status</th>
          <th scope="col" class="wide">
            Sent
          </th>
          <th scope="col" class="num wider">
            Ticked
          </th>
          <th scope="col" class="num">
            Confirmed
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
            <td class="num wider">{item.ticked}</td>
            <td class="num">
              <b>{item.confirmed}</b>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
