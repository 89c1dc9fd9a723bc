import type { EvidenceView, MeView } from '../../../../shared/api/views.ts';
import type { EvidenceId } from '../../../../shared/domain/ids.ts';
import { reviewTexts } from '../../../../shared/texts/review.ts';
import { age, daysAgo } from '../../../../shared/words/counted.ts';
import { hrefTo } from '../../app/router.ts';
import { shortDate } from '../../parts/dates.ts';
import { Icon } from '../../parts/Icon.tsx';
import { methodNames } from '../../parts/method-names.ts';
import { PageHeading } from '../../parts/PageHeading.tsx';
import { assesses } from '../staff-places.ts';
import type { PlaceInQueue } from '../waiting-queue.ts';

type Props = {
  readonly me: MeView;
  readonly evidence: EvidenceView;
  readonly place: PlaceInQueue;
  /** How many items wait in all. */
  readonly total: number;
  readonly now: number;
  readonly onHelp: () => void;
};

/** Whose evidence this is, what and since when; back, and on to the neighbours in the queue. */
export function ReviewHeader({ me, evidence, place, total, now, onHelp }: Props) {
  const { learner, title, method, submittedAt } = evidence;
  const back = assesses(me.role) ? 'caseload' : 'matrix';
  const words = reviewTexts;
  const days = submittedAt && daysAgo(submittedAt, now) > 0 ? age(submittedAt, now) : null;
  return (
    <header class="topbar">
      <a class="back" href={hrefTo(back)}>
        <Icon name="back" /> <span class="wider">{words.back[back]}</span>
        <span class="sr">{words.backTo[back]}</span>
      </a>
      <PageHeading title={words.titleOf(learner.name)}>
        <a href={hrefTo('enrolment', evidence.enrolmentId)}>{learner.name}</a>{' '}
        <small class="wider" title={title}>
          {title}
        </small>
      </PageHeading>
      <span class="quiet wide when">
        {methodNames()[method]}
        {submittedAt && words.sentAgo(shortDate(submittedAt, now), days)}
      </span>
      <span class="line push">
        <button type="button" class="button bare wider" aria-label={words.help} onClick={onHelp}>
          ?
        </button>
        {total > 0 && assesses(me.role) && (
          <>
            <Neighbour to={place.previous} label={words.previousEvidence} icon="back" />
            <span class="quiet">
              {place.position === null ? words.wait(total) : words.position(place.position, total)}
            </span>
            <Neighbour to={place.next} label={words.nextEvidence} icon="next" />
          </>
        )}
      </span>
    </header>
  );
}

function Neighbour({ to, label, icon }: { to: EvidenceId | null; label: string; icon: 'back' | 'next' }) {
  if (to === null)
    return (
      <span class="button bare off" aria-hidden="true">
        <Icon name={icon} />
      </span>
    );
  return (
    <a class="button bare" href={hrefTo('evidence', to)} aria-label={label}>
      <Icon name={icon} />
    </a>
  );
}
