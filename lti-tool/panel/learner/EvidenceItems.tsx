import type { EvidenceSummary } from '../../../shared/api/views.ts';
import { learnerTexts } from '../../../shared/texts/learner.ts';
import { hrefTo } from '../app/router.ts';
import { criteriaCount } from '../parts/counting.ts';
import { Icon } from '../parts/Icon.tsx';
import { methodNames } from '../parts/method-names.ts';
import { statusWords } from './evidence-words.ts';

/** Evidence items as a list: what each is, how it stands in plain words, and the newest feedback. */
export function EvidenceItems({ items }: { items: readonly EvidenceSummary[] }) {
  const words = learnerTexts.list;
  return (
    <ul class="items">
      {items.map((item) => {
        const { status, meaning, icon, standing } = statusWords(item);
        return (
          <li key={item.id} data-status={item.status}>
            <span class="mark" data-standing={standing}>
              <Icon name={icon} />
            </span>
            <span>
              <a href={hrefTo('evidence', item.id)}>
                <b>{item.title}</b>
              </a>
              <small>
                {methodNames()[item.method]} ·{' '}
                {item.ticked === 0 ? words.nothingTicked : words.ticked(criteriaCount(item.ticked))}
                {item.attachments > 0 && ` · ${words.files(item.attachments)}`}
              </small>
              {item.lastFeedback && <small class="said">{words.quoted(item.lastFeedback)}</small>}
            </span>
            <span class="num">
              {status}
              <small>{meaning}</small>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
