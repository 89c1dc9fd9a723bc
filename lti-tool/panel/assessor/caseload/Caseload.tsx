import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { ApiError } from '../../../../shared/client/api-client.ts';
import type { PersonId } from '../../../../shared/domain/ids.ts';
import type { Role } from '../../../../shared/domain/roles.ts';
import { number } from '../../../../shared/texts/locale.ts';
import { caseloadTexts } from '../../../../shared/texts/staff.ts';
import { Interlude } from '../../app/Interlude.tsx';
import { hrefTo } from '../../app/router.ts';
import { useTools } from '../../app/toolbox.ts';
import { ErrorNotice } from '../../parts/ErrorNotice.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { PageHeading } from '../../parts/PageHeading.tsx';
import { Toast } from '../../parts/Toast.tsx';
import type { Whose } from '../../parts/whose.ts';
import { ActionsRequired } from '../../quality/ActionsRequired.tsx';
import { FilterButtons } from '../FilterButtons.tsx';
import { SearchField } from '../SearchField.tsx';
import { CaseloadTable } from './CaseloadTable.tsx';
import { type CaseloadFilter, type CaseloadLine, caseloadFilters, filteredLines } from './caseload-lines.ts';
import { filterNames, nothingWaits } from './caseload-words.ts';
import { firstWhose, linesOf, WhoseLearners } from './WhoseLearners.tsx';

type Props = {
  readonly role: Role;
  readonly me: PersonId;
  /** Null while the first answer is awaited. */
  readonly lines: readonly CaseloadLine[] | null;
  readonly error: ApiError | null;
  readonly reload: () => void;
  /** What the decision before this screen did; null for nothing to tell. */
  readonly said: string | null;
  readonly onHeard: () => void;
  /** Fetches the review's code ahead, so that a review opens at once, or offline. */
  readonly prepare: () => Promise<ComponentType<never>>;
};

/** Who waits, and for how long. */
export function Caseload({ role, me, lines: everybodys, error, reload, said, onHeard, prepare }: Props) {
  const { now } = useTools();
  const words = caseloadTexts;
  const [filter, setFilter] = useState<CaseloadFilter>('waiting');
  const [query, setQuery] = useState('');
  const [chosen, setWhose] = useState<Whose | null>(null);
  useEffect(() => {
    if (everybodys !== null) reload();
  }, []);
  useEffect(() => {
    if (everybodys !== null) prepare().catch(() => {});
  }, [everybodys === null]);

  if (everybodys === null) return <Interlude title={words.title} error={error} retry={reload} />;
  const whose = chosen ?? firstWhose(everybodys, me);
  const lines = linesOf(everybodys, whose, me);
  const at = now();
  const waiting = filteredLines(lines, 'waiting', '', at);
  const shown = filteredLines(lines, filter, query, at);
  const total = lines.reduce((sum, line) => sum + line.count, 0);
  const names = filterNames(role);
  // A trainee assessor finishes nothing.
  const keys = caseloadFilters.filter((key) => key !== 'unfinished' || role !== 'traineeAssessor');
  const filters = keys
    .map((key) => ({
      key,
      label: names[key],
      count: filteredLines(lines, key, '', at).length,
      ...(key === 'countersign' ? { icon: 'trainee' as const } : {}),
    }))
    // Rare: no room is taken for it while there is none.
    .filter(({ key, count }) => key !== 'actions' || count > 0 || filter === key);
  const actions = lines.reduce((sum, line) => sum + line.actions.length, 0);
  const trainee = role === 'traineeAssessor';
  return (
    <main class="page caseload">
      {error && <ErrorNotice error={error} retry={reload} />}
      <div class="line">
        <PageHeading title={words.title}>{words.title}</PageHeading>
        <p class="quiet">
          {total > 0 ? (
            <>
              <span class="count">{number(total)}</span> {words.waiting(total, trainee, waiting.length, lines.length)}
            </>
          ) : (
            words.nothing(trainee)
          )}
          {actions > 0 && ` · ${words.actions(actions)}`}
        </p>
        <span class="push">
          <SearchField label={words.search} value={query} onInput={setQuery} />
        </span>
      </div>
      <div class="line">
        <FilterButtons label={words.filter} filters={filters} current={filter} onChoose={setFilter} />
        <WhoseLearners lines={everybodys} me={me} whose={whose} onChoose={setWhose} />
      </div>
      <Toast message={said} onDismiss={onHeard} />
      <ActionsRequired role={role} />
      {shown.length > 0 ? (
        <CaseloadTable lines={shown} role={role} now={at} />
      ) : query.trim() !== '' ? (
        <NoMatch query={query} clear={() => setQuery('')} />
      ) : filter === 'waiting' ? (
        <NothingWaits text={nothingWaits(lines, role, at)} />
      ) : (
        <p class="empty">{words.nobody(names[filter])}</p>
      )}
    </main>
  );
}

function NothingWaits({ text }: { text: string }) {
  const words = caseloadTexts;
  return (
    <div class="empty">
      <Icon name="confirmed" />
      <h2>{words.nothingWaitsTitle}</h2>
      <p>{text}</p>
      <a class="button" href={hrefTo('matrix')}>
        {words.lookAtMatrix}
      </a>
    </div>
  );
}

function NoMatch({ query, clear }: { query: string; clear: () => void }) {
  const words = caseloadTexts;
  return (
    <div class="empty" role="status">
      <h2>{words.noMatchTitle(query.trim())}</h2>
      <p>{words.noMatch}</p>
      <button type="button" class="button" onClick={clear}>
        {words.clear}
      </button>
    </div>
  );
}
