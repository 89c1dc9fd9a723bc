import { useCallback, useMemo, useState } from 'preact/hooks';
import type { ScoreRow, ScoresView } from '../../../shared/api/score-views.ts';
import type { ApiError } from '../../../shared/client/api-client.ts';
import { scoresTexts } from '../../../shared/texts/scores.ts';
import { asApiError } from '../app/as-api-error.ts';
import { useTools } from '../app/toolbox.ts';
import { FilterButtons } from '../assessor/FilterButtons.tsx';
import { SearchField } from '../assessor/SearchField.tsx';
import { saveFile } from '../matrix/save-file.ts';
import { ErrorNotice } from '../parts/ErrorNotice.tsx';
import { Icon } from '../parts/Icon.tsx';
import { PageHeading } from '../parts/PageHeading.tsx';
import { Toast } from '../parts/Toast.tsx';
import { Trouble } from '../parts/Trouble.tsx';
import { AskFirst } from './AskFirst.tsx';
import { ChooseDialog } from './ChooseDialog.tsx';
import { ColumnsLine } from './ColumnsLine.tsx';
import { HistoryDialog } from './HistoryDialog.tsx';
import { PublishBar } from './PublishBar.tsx';
import { SyncNotices } from './SyncNotices.tsx';
import { SyncTable } from './SyncTable.tsx';
import { syncCsv } from './sync-csv.ts';
import { filterCounts, isUnpublished, type SyncFilter, shownScores, syncFilters } from './sync-rows.ts';
import { summary } from './sync-words.ts';

type Choice = { readonly rows: readonly ScoreRow[]; readonly keep: 'theirs' | 'ours' };
type Props = {
  readonly scores: ScoresView;
  readonly error: ApiError | null;
  readonly set: (scores: ScoresView) => void;
  readonly reload: () => void;
  /** Something was asked for whose effect comes later. */
  readonly onActed: () => void;
};

/** The scores that came, and what may be done about them. */
export function Scores({ scores, error, set, reload, onActed }: Props) {
  const { client, now } = useTools();
  const words = scoresTexts;
  const [filter, setFilter] = useState<SyncFilter>('all');
  const [query, setQuery] = useState('');
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<ApiError | null>(null);
  const [said, say] = useState<string | null>(null);
  const [choice, setChoice] = useState<Choice | null>(null);
  const [sending, setSending] = useState<number | null>(null);
  const [pausing, setPausing] = useState(false);
  const [history, setHistory] = useState<ScoreRow | null>(null);

  /** Does one thing and shows what is then; a failure says so and changes nothing. */
  const act = useCallback(
    async (what: () => Promise<unknown>, done: string) => {
      setBusy(true);
      setFault(null);
      try {
        await what();
        set(await client.call('scores'));
        say(done);
        onActed();
      } catch (cause) {
        setFault(asApiError(cause));
      } finally {
        setBusy(false);
      }
    },
    [client, set, onActed],
  );
  const publish = (rows: readonly ScoreRow[]) => {
    const enrolmentIds = [...new Set(rows.map((row) => row.enrolmentId))];
    setSending(rows.length);
    return act(
      () => client.call('publishScores', { body: { enrolmentIds } }),
      words.onTheirWay(rows.map((row) => row.learner.name)),
    );
  };
  const choose = ({ rows, keep }: Choice) => {
    setChoice(null);
    const enrolmentIds = [...new Set(rows.map((row) => row.enrolmentId))];
    return act(() => client.call('chooseGrades', { body: { enrolmentIds, keep } }), words.choice[keep].done);
  };
  const pause = (paused: boolean) =>
    act(() => client.call('pausePublishing', { body: { paused } }), paused ? words.paused : words.resumed);

  const at = now();
  const shown = useMemo(() => shownScores(scores.rows, filter, query), [scores, filter, query]);
  const counts = useMemo(() => filterCounts(scores.rows), [scores]);
  const byHand = scores.rows.filter((row) => row.state === 'changedByHand');
  const unpublished = scores.rows.filter(isUnpublished);
  const filters = syncFilters.map((key) => ({ key, label: words.filters[key], count: counts[key] }));
  return (
    <main class="page">
      {error && <ErrorNotice error={error} retry={reload} />}
      <div class="line">
        <PageHeading title={words.title}>{words.title}</PageHeading>
        <p class="quiet" role="status">
          {summary(scores, at)}
        </p>
        <button
          type="button"
          class="button push"
          disabled={busy}
          onClick={() => act(() => client.call('checkScores'), words.checking)}
        >
          {words.check}
        </button>
      </div>
      <SyncNotices scores={scores} now={at} busy={busy} onResume={() => pause(false)} />
      <Toast message={said} onDismiss={() => say(null)} />
      {fault && <Trouble error={fault} />}
      <PublishBar rows={scores.rows} of={sending} onDone={() => setSending(null)} />
      <div class="line tools sync-tools">
        <FilterButtons label={words.filterLabel} filters={filters} current={filter} onChoose={setFilter} />
        <SearchField label={words.search} value={query} onInput={setQuery} />
        <button
          type="button"
          class="button push"
          disabled={busy || unpublished.length === 0 || scores.pausedSince !== null}
          onClick={() => publish(unpublished)}
        >
          {words.publishAll}
        </button>
        {scores.mayManage && scores.pausedSince === null && (
          <button type="button" class="button" disabled={busy} onClick={() => setPausing(true)}>
            {words.pause}
          </button>
        )}
        <button
          type="button"
          class="button"
          onClick={() => saveFile(words.csv.file, syncCsv(shown), 'text/csv;charset=utf-8')}
        >
          <Icon name="file" /> {words.csv.button}
        </button>
      </div>
      {scores.mayManage && byHand.length > 1 && (
        <p class="line">
          {words.byHand(byHand.length)}{' '}
          <button type="button" class="link" disabled={busy} onClick={() => setChoice({ rows: byHand, keep: 'ours' })}>
            {words.publishOursForAll}
          </button>{' '}
          <button
            type="button"
            class="link"
            disabled={busy}
            onClick={() => setChoice({ rows: byHand, keep: 'theirs' })}
          >
            {words.keepTheirsForAll}
          </button>
        </p>
      )}
      {shown.length > 0 ? (
        <SyncTable
          key={`${filter} ${query}`}
          rows={shown}
          now={at}
          mayManage={scores.mayManage}
          busy={busy}
          onPublish={(row) => publish([row])}
          onChoose={(row, keep) => setChoice({ rows: [row], keep })}
          onHistory={setHistory}
        />
      ) : (
        <div class="empty" role="status">
          <h2>{scores.rows.length === 0 ? words.noLearnersTitle : words.nobodyTitle}</h2>
          <p>{scores.rows.length === 0 ? words.noLearners : words.nobody}</p>
        </div>
      )}
      <ColumnsLine
        scores={scores}
        busy={busy}
        onChoose={(columns) =>
          act(() => client.call('chooseScoreColumns', { body: { columns } }), words.columns.chosen[columns])
        }
      />
      {history && <HistoryDialog row={history} onClose={() => setHistory(null)} />}
      {pausing && (
        <AskFirst
          title={words.pauseTitle(scores.platform)}
          verb={words.pause}
          onClose={() => setPausing(false)}
          onConfirm={() => {
            setPausing(false);
            pause(true);
          }}
        >
          <p>{words.pauseExplained(scores.platform)}</p>
        </AskFirst>
      )}
      {choice && (
        <ChooseDialog
          names={[...new Set(choice.rows.map((row) => row.learner.name))]}
          keep={choice.keep}
          onClose={() => setChoice(null)}
          onConfirm={() => choose(choice)}
        />
      )}
    </main>
  );
}
