import type { RecordItem } from '../../../../shared/api/record-views.ts';
import type { EnrolmentId } from '../../../../shared/domain/ids.ts';
import { historyTexts } from '../../../../shared/texts/history.ts';
import { hrefTo } from '../../app/router.ts';
import { useTools } from '../../app/toolbox.ts';
import { useResource } from '../../app/use-resource.ts';
import { clockTime, shortDate } from '../../parts/dates.ts';
import { Icon } from '../../parts/Icon.tsx';
import { roleNames } from '../../parts/TopBar.tsx';
import { Trouble } from '../../parts/Trouble.tsx';
import { recordSentence } from './history-words.ts';

/** Everything that was done on a learner's qualification, item by item, and whether each record is whole. */
export function EnrolmentRecord({ enrolmentId }: { enrolmentId: EnrolmentId }) {
  const { client } = useTools();
  const words = historyTexts.wholeRecord;
  const { resource, reload } = useResource(
    (signal) => client.call('enrolmentRecord', { params: { enrolmentId }, signal }),
    [enrolmentId],
  );
  const { value } = resource;
  if (value === null)
    return resource.state === 'failed' ? (
      <Trouble error={resource.error} action={{ label: words.again, run: reload }} />
    ) : (
      <p role="status">{words.loading}</p>
    );
  if (value.items.length === 0) return <p class="quiet">{words.empty}</p>;
  const broken = value.items.filter(({ record }) => !recordSentence(record).whole).length;
  return (
    <div class="history-list">
      <p class={broken === 0 ? 'met text' : 'met no text'} role="status">
        <Icon name={broken === 0 ? 'confirmed' : 'alert'} /> {words.checked(value.items.length, broken)}
      </p>
      {value.items.map((item) => (
        <ItemRecord key={item.evidenceId} item={item} />
      ))}
    </div>
  );
}

function ItemRecord({ item: { evidenceId, title, record, entries } }: { item: RecordItem }) {
  const now = useTools().now();
  const words = historyTexts;
  const { whole, sentence } = recordSentence(record);
  return (
    <details open={!whole}>
      <summary>
        <span class={whole ? 'met' : 'met no'}>
          <Icon name={whole ? 'confirmed' : 'alert'} />
        </span>{' '}
        <b>{title}</b> <small>{words.wholeRecord.entries(entries.length)}</small>
      </summary>
      <p class="quiet">
        {sentence} <a href={hrefTo('evidence', evidenceId)}>{words.wholeRecord.open}</a>
      </p>
      <ol>
        {entries.map(({ sequence, at, byName, actingAs, origin, deed }) => (
          <li key={sequence} class={record.brokenAt === sequence ? 'broken' : undefined}>
            <b>{byName}</b> {words.wholeRecord.deed(deed)}
            <small>
              {' '}
              {shortDate(at, now)}, {clockTime(at)} · {roleNames()[actingAs]}, {words.origin[origin]}
            </small>
          </li>
        ))}
      </ol>
    </details>
  );
}
