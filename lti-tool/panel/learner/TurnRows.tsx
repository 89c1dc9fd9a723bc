import { useState } from 'preact/hooks';
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
          Show {rows.length - first} more
        </button>
      )}
    </>
  );
}

function Reason({ row }: { row: WaitingRow }) {
  const wait = row.criteria === 1 ? 'waits' : 'wait';
  const count = <b>{criteriaCount(row.criteria)}</b>;
  switch (row.standing) {
    case 'draft':
      return row.returned ? (
        <>{count} came back to you. Improve and send</>
      ) : (
        <>{count} in a draft. Finish and submit</>
      );
    case 'notAgreed':
      return <>{count} not agreed. Read the feedback on</>;
    case 'awaitingAssessor':
      return (
        <>
          {count} you ticked {wait} to be confirmed on
        </>
      );
    case 'awaitingCountersign':
      return (
        <>
          {count} ticked by {row.byName ?? 'a trainee assessor'} {wait} for a countersign on
        </>
      );
    case 'reopened':
      return <>{count} reopened by a quality check on</>;
  }
}
