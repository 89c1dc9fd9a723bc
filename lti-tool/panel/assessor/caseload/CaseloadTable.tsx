import type { Role } from '../../../../shared/domain/roles.ts';
import { number } from '../../../../shared/texts/locale.ts';
import { peopleTexts } from '../../../../shared/texts/parts.ts';
import { qualityNoticeTexts } from '../../../../shared/texts/quality-notices.ts';
import { caseloadTexts } from '../../../../shared/texts/staff.ts';
import { hrefTo } from '../../app/router.ts';
import { shortDate } from '../../parts/dates.ts';
import { Icon } from '../../parts/Icon.tsx';
import { type CaseloadLine, isHandedOver } from './caseload-lines.ts';
import { restingSentence, waitingFor } from './caseload-words.ts';
import { Meter } from './Meter.tsx';

type Props = { readonly lines: readonly CaseloadLine[]; readonly role: Role; readonly now: number };

/** Learners with something waiting, longest first; below them the others. A row opens what waits longest. */
export function CaseloadTable({ lines, role, now }: Props) {
  const words = caseloadTexts;
  const waiting = lines.filter((line) => line.open.length > 0);
  const resting = lines.filter((line) => line.open.length === 0);
  const trainee = role === 'traineeAssessor';
  const totals = new Set(lines.map((line) => line.total));
  const [sameTotal = 0] = totals;
  return (
    <table class="rows whole">
      <caption class="sr">{words.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.learner}</th>
          <th scope="col" aria-sort="descending">
            {words.waitingHead}{' '}
            <span class="wider">
              <Icon name="down" />
            </span>
          </th>
          <th scope="col" class="num">
            <span class="slim">{trainee ? words.toAssess : words.unconfirmed}</span>
          </th>
          <th scope="col" class="num">
            {words.learnerHead}
            <span class="wider"> {words.ticksHead}</span>
          </th>
          <th scope="col" class="num">
            {words.traineeHead}
            <span class="wider"> {words.ticksHead}</span>
          </th>
          <th scope="col" class="wide">
            {words.oldest}
          </th>
          <th scope="col" class="wide">
            {totals.size === 1 ? words.confirmedOf(sameTotal) : words.confirmed}
          </th>
        </tr>
      </thead>
      {waiting.length > 0 && (
        <tbody>
          {waiting.map((line) => (
            <WaitingRow key={line.enrolmentId} line={line} now={now} showTotal={totals.size > 1} />
          ))}
        </tbody>
      )}
      {resting.length > 0 && (
        <tbody>
          {waiting.length > 0 && (
            <tr class="between">
              <th scope="rowgroup" colSpan={7}>
                {words.notWaiting} <small>{words.learners(resting.length)}</small>
              </th>
            </tr>
          )}
          {resting.map((line) => (
            <tr key={line.enrolmentId}>
              <th scope="row">
                <a href={hrefTo('enrolment', line.enrolmentId)}>{line.learner.name}</a> <Left line={line} />
              </th>
              <td colSpan={4}>
                <small>{restingSentence(line, now)}</small>
              </td>
              <td class="wide" />
              <Confirmed line={line} showTotal={totals.size > 1} />
            </tr>
          ))}
        </tbody>
      )}
    </table>
  );
}

function WaitingRow({ line, now, showTotal }: { line: CaseloadLine; now: number; showTotal: boolean }) {
  const [oldest] = line.open;
  const asked = line.actions.reduce((sum, { criteria }) => sum + criteria, 0);
  const unfinished = line.unfinished.find((item) => item.evidenceId === oldest?.evidenceId);
  const words = caseloadTexts;
  const notes = [
    ...(asked > 0 ? [qualityNoticeTexts.actionWaits(asked)] : []),
    ...(isHandedOver(line) ? [words.readyToCountersign] : []),
    ...(unfinished ? [unfinished.confirmed > 0 ? words.allDecided : words.nothingTicked] : []),
    ...(!unfinished && line.unfinished.length > 0 ? [words.toFinish(line.unfinished.length)] : []),
  ];
  const note = notes.join(' · ');
  return (
    <tr>
      <th scope="row">
        <a href={oldest ? hrefTo('evidence', oldest.evidenceId) : hrefTo('enrolment', line.enrolmentId)}>
          {line.learner.name}
        </a>{' '}
        <Left line={line} />
        {note && <small class="note">{note}</small>}
      </th>
      <td>
        {waitingFor(line, now)} {line.since && <small class="wider">{shortDate(line.since, now)}</small>}
      </td>
      <td class="num">
        <b>{number(line.count)}</b>
      </td>
      <td class="num">
        {line.learnerTicks > 0 && (
          <>
            {number(line.learnerTicks)}{' '}
            <span data-standing="awaitingAssessor">
              <Icon name="learner" />
            </span>
          </>
        )}
      </td>
      <td class="num">
        {line.traineeTicks > 0 && (
          <>
            {number(line.traineeTicks)}{' '}
            <span data-standing="awaitingCountersign">
              <Icon name="trainee" />
            </span>
          </>
        )}
      </td>
      <td class="wide clip">{oldest?.title}</td>
      <Confirmed line={line} showTotal={showTotal} />
    </tr>
  );
}

/** The LMS does not list them any more. */
const Left = ({ line }: { line: CaseloadLine }) => line.left && <small>{peopleTexts.left}</small>;

function Confirmed({ line, showTotal }: { line: CaseloadLine; showTotal: boolean }) {
  return (
    <td class="wide progress-cell">
      <div>
        <span class="num">
          {number(line.confirmed)}
          {showTotal && <small>/{number(line.total)}</small>}
        </span>
        <Meter confirmed={line.confirmed} awaiting={line.awaiting} total={line.total} />
      </div>
    </td>
  );
}
