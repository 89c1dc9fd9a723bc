import type { EvidenceView, QualificationView } from '../../../shared/api/views.ts';
import type { Column } from '../../../shared/domain/evidence.ts';
import type { Standing } from '../../../shared/domain/standing.ts';
import { learnerTexts } from '../../../shared/texts/learner.ts';
import { Icon } from '../parts/Icon.tsx';
import { StandingMark } from '../parts/StandingMark.tsx';
import { type ItemTick, itemTicks } from './item-ticks.ts';

type Props = { readonly qualification: QualificationView; readonly evidence: EvidenceView };

/** Who ticked what on an item: the learner, a trainee assessor, an assessor. Only the last counts. */
export function TickTable({ qualification, evidence }: Props) {
  const words = learnerTexts.ticks;
  const units = itemTicks(qualification, evidence);
  if (units.length === 0) return <p class="quiet">{words.nothing}</p>;
  return (
    <table class="criteria">
      <thead>
        <tr>
          <th scope="col">{words.criterion}</th>
          <th scope="col">
            <Icon name="learner" />
            <span>{words.columns.learner}</span>
          </th>
          <th scope="col">
            <Icon name="trainee" />
            <span>{words.columns.trainee}</span>
          </th>
          <th scope="col">
            <Icon name="confirmed" />
            <span>{words.columns.assessor}</span>
          </th>
        </tr>
      </thead>
      {units.map((unit) => (
        <tbody key={unit.ref}>
          <tr class="unit">
            <th scope="rowgroup" colSpan={4}>
              {unit.ref} {unit.title}
            </th>
          </tr>
          {unit.ticks.map((tick) => (
            <tr key={tick.criterion.id} class={waits.has(tick.standing) ? 'unconfirmed' : ''}>
              <th scope="row">
                <span class="criterion">
                  <b>{tick.criterion.ref}</b> <span>{tick.criterion.text}</span>
                </span>
              </th>
              <Offer tick={tick} column="learner" />
              <Offer tick={tick} column="trainee" />
              <td>{decided.has(tick.standing) && <StandingMark standing={tick.standing} label={verdict(tick)} />}</td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}

const waits: ReadonlySet<Standing> = new Set(['awaitingAssessor', 'awaitingCountersign']);
const decided: ReadonlySet<Standing> = new Set(['confirmed', 'notAgreed', 'reopened']);

/** A tick that offers a criterion: amber while it waits, grey once it is decided. */
function Offer({ tick, column }: { tick: ItemTick; column: Exclude<Column, 'assessor'> }) {
  const words = learnerTexts.ticks;
  const name = tick.by[column];
  return (
    <td {...(waits.has(tick.standing) ? { 'data-standing': tick.standing } : { 'data-standing': '' })}>
      {name !== undefined && <Icon name={column} label={column === 'learner' ? words.byYou : words.by(name)} />}
    </td>
  );
}

function verdict({ standing, by }: ItemTick): string {
  const words = learnerTexts.ticks;
  if (standing === 'confirmed') return words.confirmedBy(by.assessor);
  return standing === 'reopened' ? words.reopened : words.notAgreed;
}
