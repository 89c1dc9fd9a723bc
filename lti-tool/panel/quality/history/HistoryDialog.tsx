import type { HistoryItem } from '../../../../shared/api/quality-views.ts';
import { historyTexts } from '../../../../shared/texts/history.ts';
import { partsTexts } from '../../../../shared/texts/parts.ts';
import { qualityNoticeTexts } from '../../../../shared/texts/quality-notices.ts';
import { hrefTo } from '../../app/router.ts';
import { useTools } from '../../app/toolbox.ts';
import { useResource } from '../../app/use-resource.ts';
import { Dialog } from '../../parts/Dialog.tsx';
import { DialogActions } from '../../parts/DialogActions.tsx';
import { clockTime, shortDate } from '../../parts/dates.ts';
import { Icon } from '../../parts/Icon.tsx';
import { ScrollRegion } from '../../parts/ScrollRegion.tsx';
import { StandingMark, standingNames } from '../../parts/StandingMark.tsx';
import { roleNames } from '../../parts/TopBar.tsx';
import { Trouble } from '../../parts/Trouble.tsx';
import type { AskedHistory } from './asked-history.ts';
import { feedbackOf, recordSentence, whatHappened } from './history-words.ts';

/** One criterion from first tick to last sample: who, acting as what, from where, when; and whether the record is whole. */
export function HistoryDialog({ asked, onClose }: { asked: AskedHistory; onClose: () => void }) {
  const { client } = useTools();
  const { enrolmentId, criterionId, label } = asked;
  const words = historyTexts;
  const { resource, reload } = useResource(
    (signal) => client.call('criterionHistory', { params: { enrolmentId, criterionId }, signal }),
    [enrolmentId, criterionId],
  );
  const { value } = resource;
  return (
    <Dialog title={qualityNoticeTexts.historyOf(label)} onClose={onClose}>
      {value && <p class="quiet">{value.learner.name}</p>}
      {resource.state === 'failed' ? (
        <Trouble error={resource.error} action={{ label: partsTexts.tryAgain, run: reload }} />
      ) : value === null ? (
        <p role="status">{words.loading}</p>
      ) : value.items.length === 0 ? (
        <p>{words.empty}</p>
      ) : (
        <ScrollRegion class="asked history" label={qualityNoticeTexts.historyOf(label)}>
          {value.items.map((item) => (
            <ItemHistory key={item.evidenceId} item={item} onLeave={onClose} />
          ))}
        </ScrollRegion>
      )}
      <DialogActions out={{ label: partsTexts.close, run: onClose }} />
    </Dialog>
  );
}

function ItemHistory({ item, onLeave }: { item: HistoryItem; onLeave: () => void }) {
  const now = useTools().now();
  const { whole, sentence } = recordSentence(item.record);
  const words = historyTexts;
  return (
    <section>
      <h3>
        <a href={hrefTo('evidence', item.evidenceId)} onClick={onLeave}>
          {item.title}
        </a>
      </h3>
      <p class={whole ? 'met text' : 'met no text'}>
        <Icon name={whole ? 'confirmed' : 'alert'} /> {sentence}
      </p>
      <ol>
        {item.entries.map((entry) => (
          <li key={entry.sequence} class={item.record.brokenAt === entry.sequence ? 'broken' : undefined}>
            <StandingMark standing={entry.after} label="" />
            <div>
              <b>{entry.byName}</b> {whatHappened(entry)}
              <small>
                {shortDate(entry.at, now)}, {clockTime(entry.at)} · {roleNames()[entry.actingAs]},{' '}
                {words.origin[entry.origin]} ·{' '}
                {entry.before === entry.after ? (
                  words.stays(standingNames()[entry.after])
                ) : (
                  <>
                    <span aria-hidden="true">
                      {words.goes(standingNames()[entry.before], standingNames()[entry.after])}
                    </span>
                    <span class="sr">
                      {words.goesInWords(standingNames()[entry.before], standingNames()[entry.after])}
                    </span>
                  </>
                )}
              </small>
              {feedbackOf(entry) !== '' && <blockquote class="said">{feedbackOf(entry)}</blockquote>}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
