import type { EnrolmentView, EvidenceSummary, MeView, QualificationView } from '../../../shared/api/views.ts';
import { learnerTexts } from '../../../shared/texts/learner.ts';
import { number } from '../../../shared/texts/locale.ts';
import { hrefTo } from '../app/router.ts';
import { Icon } from '../parts/Icon.tsx';
import { PageHeading } from '../parts/PageHeading.tsx';
import { Ring } from '../parts/Ring.tsx';
import { StandingMark } from '../parts/StandingMark.tsx';
import { EvidenceItems } from './EvidenceItems.tsx';
import { FirstEvidence } from './FirstEvidence.tsx';
import { tallyOf } from './standing-tally.ts';
import { UnitList } from './UnitList.tsx';
import { WhyList } from './WhyList.tsx';

type Props = {
  readonly me: MeView;
  readonly qualification: QualificationView;
  readonly enrolment: EnrolmentView;
  readonly items: readonly EvidenceSummary[];
};
const newest = 5;

/** My progress: how far, why not further, whose turn it is. */
export function ProgressPlace({ me, qualification, enrolment, items }: Props) {
  const tally = tallyOf(enrolment.criteria.map((criterion) => criterion.standing));
  const words = learnerTexts.progress;
  return (
    <main class="page">
      <div class="line">
        <div>
          <PageHeading title={words.title}>{words.title}</PageHeading>
          <p class="quiet">{words.qualification(qualification.title, qualification.level, qualification.number)}</p>
        </div>
        <a class="button primary push" href={hrefTo('evidence', 'new')}>
          <Icon name="plus" /> {learnerTexts.addEvidence}
        </a>
      </div>
      <div class="progress">
        <figure>
          <Ring confirmed={tally.confirmed} awaiting={tally.waiting} total={enrolment.total} />
          <figcaption>
            <ul class="key">
              <li>
                <StandingMark standing="confirmed" label="" /> <b>{number(tally.confirmed)}</b> {words.key.confirmed}
              </li>
              <li>
                <StandingMark standing="awaitingAssessor" label="" /> <b>{number(tally.waiting)}</b> {words.key.waiting}
              </li>
              <li>
                <StandingMark standing="draft" label="" /> <b>{number(tally.needsWork)}</b> {words.key.needsWork}
              </li>
              <li>
                <StandingMark standing="untouched" label="" /> <b>{number(tally.untouched)}</b> {words.key.untouched}
              </li>
            </ul>
          </figcaption>
        </figure>
        {items.length === 0 ? (
          <FirstEvidence />
        ) : (
          <WhyList enrolment={enrolment} items={items} learner={me.person.givenName} />
        )}
      </div>
      <UnitList qualification={qualification} enrolment={enrolment} />
      {items.length > 0 && (
        <section aria-labelledby="evidence">
          <div class="line">
            <h2 id="evidence">{words.evidence}</h2>
            <a class="push" href={hrefTo('evidence')}>
              {items.length > newest ? words.seeAllOf(items.length) : words.seeAll}
              <span class="sr"> {words.seeAllEvidence}</span>
            </a>
          </div>
          <EvidenceItems items={items.slice(0, newest)} />
        </section>
      )}
    </main>
  );
}
