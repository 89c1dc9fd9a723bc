import type { ReplyOf } from '../../../../shared/api/operations.ts';
import type { QualificationView } from '../../../../shared/api/views.ts';
import type { CriterionId } from '../../../../shared/domain/ids.ts';
import { number } from '../../../../shared/texts/locale.ts';
import { traineeWorkTexts } from '../../../../shared/texts/staff.ts';
import { listed } from '../../../../shared/words/counted.ts';
import { Interlude } from '../../app/Interlude.tsx';
import { hrefTo } from '../../app/router.ts';
import { useTools } from '../../app/toolbox.ts';
import { useLive } from '../../app/use-live.ts';
import { useResource } from '../../app/use-resource.ts';
import { shortDate } from '../../parts/dates.ts';
import { Icon } from '../../parts/Icon.tsx';
import { PageHeading } from '../../parts/PageHeading.tsx';
import { StandingMark } from '../../parts/StandingMark.tsx';
import { criterionNames } from '../review/criterion-names.ts';

type Item = ReplyOf<'traineeWork'>['items'][number];

/** A trainee assessor's own ticks: what was countersigned, what was not, and what the assessor said about it. */
export function WorkPage({ qualification }: { qualification: QualificationView }) {
  const { client, now } = useTools();
  const { resource, reload, set } = useResource((signal) => client.call('traineeWork', { signal }), []);
  useLive('traineeWork', {}, set);
  const words = traineeWorkTexts;
  if (resource.value === null)
    return <Interlude title={words.title} error={resource.state === 'failed' ? resource.error : null} retry={reload} />;
  const { items } = resource.value;
  const names = criterionNames(qualification, undefined);
  const refs = (ids: readonly CriterionId[]) => listed(ids.map((id) => names.get(id)?.ref ?? id));
  return (
    <main class="page">
      <PageHeading title={words.title}>{words.title}</PageHeading>
      {items.length === 0 ? (
        <div class="empty">
          <Icon name="trainee" />
          <h2>{words.emptyTitle}</h2>
          <p>{words.empty}</p>
        </div>
      ) : (
        <>
          <p class="quiet">{words.intro}</p>
          <ul class="work">
            {items.map((item) => (
              <WorkItem key={item.evidenceId} item={item} refs={refs} now={now()} />
            ))}
          </ul>
        </>
      )}
    </main>
  );
}

type Props = { readonly item: Item; readonly refs: (ids: readonly CriterionId[]) => string; readonly now: number };

function WorkItem({ item, refs, now }: Props) {
  const words = traineeWorkTexts;
  const { decision, status } = item;
  const rows = [
    { standing: 'confirmed', label: words.countersigned, ids: item.countersigned },
    { standing: 'notAgreed', label: words.notAgreed, ids: item.notAgreed },
    { standing: 'awaitingCountersign', label: words.waiting, ids: item.waiting },
  ] as const;
  const state =
    status === 'returned' && decision
      ? words.returned(decision.byName)
      : status === 'submitted' &&
        (item.handedOverAt ? words.handedOver(shortDate(item.handedOverAt, now)) : words.notHandedOver);
  return (
    <li>
      <h2>
        <a href={hrefTo('evidence', item.evidenceId)}>{item.title}</a> <small>{item.learner.name}</small>
      </h2>
      {state && <p class="quiet">{state}</p>}
      <dl>
        {rows
          .filter(({ ids }) => ids.length > 0)
          .map(({ standing, label, ids }) => (
            <div key={standing}>
              <dt>
                <StandingMark standing={standing} label="" /> {label} <b>{number(ids.length)}</b>
              </dt>
              <dd>{refs(ids)}</dd>
            </div>
          ))}
      </dl>
      {decision && (
        <blockquote>
          <p class="words">{decision.text.trim() === '' ? words.noWords : decision.text}</p>
          <footer class="quiet">
            {decision.byName}, {shortDate(decision.at, now)}
          </footer>
        </blockquote>
      )}
    </li>
  );
}
