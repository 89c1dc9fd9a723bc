import { useEffect } from 'preact/hooks';
import type { QualityAction } from '../../../shared/api/quality-views.ts';
import type { Role } from '../../../shared/domain/roles.ts';
import { partsTexts } from '../../../shared/texts/parts.ts';
import { qualityNoticeTexts } from '../../../shared/texts/quality-notices.ts';
import { listed } from '../../../shared/words/counted.ts';
import { hrefTo } from '../app/router.ts';
import { useTools } from '../app/toolbox.ts';
import { useResource } from '../app/use-resource.ts';
import { shortDate } from '../parts/dates.ts';
import { Icon } from '../parts/Icon.tsx';
import { Trouble } from '../parts/Trouble.tsx';

/** On the caseload: what the IQA asks for and nobody has confirmed again yet; nothing where nothing is asked. */
export function ActionsRequired({ role }: { role: Role }) {
  const { client, now } = useTools();
  const { resource, reload } = useResource((signal) => client.call('qualityActions', { signal }), []);
  useEffect(() => {
    const refresh = () => document.visibilityState === 'visible' && reload();
    document.addEventListener('visibilitychange', refresh);
    return () => document.removeEventListener('visibilitychange', refresh);
  }, [reload]);
  const words = qualityNoticeTexts;
  if (resource.value === null)
    return resource.state === 'failed' ? (
      <Trouble error={resource.error} text={words.actionsFailed} action={{ label: partsTexts.tryAgain, run: reload }} />
    ) : null;
  const { actions } = resource.value;
  if (actions.length === 0) return null;
  return (
    <section class="actions-required" aria-labelledby="actions-required">
      <h2 id="actions-required">
        <span data-standing="reopened">
          <Icon name="reopened" />
        </span>{' '}
        {words.actions(actions.length)}
      </h2>
      <ul>
        {actions.map((action) => (
          <Action key={`${action.evidenceId} ${action.at}`} action={action} role={role} now={now()} />
        ))}
      </ul>
    </section>
  );
}

function Action({ action, role, now }: { action: QualityAction; role: Role; now: number }) {
  const words = qualityNoticeTexts;
  const refs = listed(action.criterionIds.map((id) => id.replace('/', ' ')));
  const trainee = role === 'traineeAssessor';
  return (
    <li>
      <p>
        <a href={hrefTo('evidence', action.evidenceId)}>
          {action.learner.name}: {action.title}
        </a>{' '}
        <b>{refs}</b>{' '}
        <small>
          {trainee ? words.actionYourTick : words.actionAbout(action.yours, listed(action.of.map(({ name }) => name)))}{' '}
          · {words.actionOf(action.byName, shortDate(action.at, now))}
        </small>
      </p>
      <blockquote class="said">{action.feedback}</blockquote>
    </li>
  );
}
