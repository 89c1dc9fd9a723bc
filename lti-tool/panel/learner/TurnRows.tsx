import { useState } from 'preact/hooks';
import { learnerTexts } from '../../../shared/texts/learner.ts';
import { hrefTo } from '../app/router.ts';
import { criteriaCount } from '../parts/counting.ts';
import { since } from '../parts/dates.ts';
import { StandingMark } from '../parts/StandingMark.tsx';
import type { WaitingRow } from './whose-turn.ts';

type Props = { readonly heading: string; readonly rows: readonly WaitingRow[]; readonly now: number };
/** Rows shown before "Show more": what waits longest is on top. */
const first = 5;

/** What waits for one person, each with the evidence it waits on. */
export function TurnRows({ heading, rows, now }: Props) {
  const [all, setAll] = useState(false);
  return (
    <>
      <h3>{heading}</h3>
      <ul>
        {(all ? rows : rows.slice(0, first)).map((row) => (
          <li key={`${row.standing} ${row.evidenceId} ${row.byName}`}>
            <StandingMark standing={row.standing} />
            <span>
              <Reason row={row} /> <a href={hrefTo('evidence', row.evidenceId)}>{row.title}</a>
            </span>
            {row.since !== null && <span class="quiet num">{since(row.since, now)}</span>}
          </li>
        ))}
      </ul>
      {rows.length > first && !all && (
        <button type="button" class="link" onClick={() => setAll(true)}>
          {learnerTexts.why.more(rows.length - first)}
        </button>
      )}
    </>
  );
}

function Reason({ row }: { row: WaitingRow }) {
  return (
    <>
      <b>{criteriaCount(row.criteria)}</b> {reasonWords(row)}
    </>
  );
}

function reasonWords(row: WaitingRow): string {
  const words = learnerTexts.why;
  switch (row.standing) {
    case 'draft':
      return row.returned ? words.returned : words.draft;
    case 'notAgreed':
      return words.notAgreed;
    case 'awaitingAssessor':
      return words.toConfirm(row.criteria);
    case 'awaitingCountersign':
      return words.toCountersign(row.criteria, row.byName);
    case 'reopened':
      return words.reopened;
  }
}
