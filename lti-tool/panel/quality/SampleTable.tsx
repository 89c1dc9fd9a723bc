import { useId } from 'preact/hooks';
import type { SamplingConfirmation, SamplingReviewView } from '../../../shared/api/quality-views.ts';
import type { QualificationView } from '../../../shared/api/views.ts';
import { columns } from '../../../shared/domain/evidence.ts';
import type { CriterionId } from '../../../shared/domain/ids.ts';
import { qualityTexts } from '../../../shared/texts/quality.ts';
import { markOf } from '../assessor/review/mark-of.ts';
import { type ReviewModel, reviewModel } from '../assessor/review/review-model.ts';
import type { ReviewSplit } from '../assessor/review/review-rows.ts';
import { type TreeRow, treeRows } from '../criteria/tree-rows.ts';
import { shortDate } from '../parts/dates.ts';
import { Icon, type IconName } from '../parts/Icon.tsx';
import { HistoryButton } from './history/HistoryButton.tsx';
import { mayDecide, type SampleChoice, type SampleChoices, sampleChoices } from './sample-choices.ts';

type Props = {
  readonly qualification: QualificationView;
  readonly review: SamplingReviewView;
  readonly split: ReviewSplit;
  readonly choices: SampleChoices;
  readonly onChoose: (ids: readonly CriterionId[], choice: SampleChoice) => void;
  readonly now: number;
};

const heads = [
  ['learner', 'learner'],
  ['trainee', 'trainee'],
  ['confirmed', 'assessor'],
] as const satisfies ReadonlyArray<readonly [IconName, string]>;

/** The criteria of an item with the three columns to read, and a decision on each confirmation that may be sampled. */
export function SampleTable({ qualification, review, split, choices, onChoose, now }: Props) {
  const { evidence, confirmations } = review;
  const words = qualityTexts;
  const rows = treeRows(qualification, {
    ...{ unitRefs: split.unitRefs, query: '', folded: new Set<string>(), only: split.offered },
  });
  const looking = { ...evidence, may: { ...evidence.may, tick: null } };
  const model = reviewModel({ evidence: looking, wishes: new Map() }, '', '');
  const byCriterion = new Map(confirmations.map((each) => [each.criterionId, each]));
  const several = split.unitRefs.length > 1;
  return (
    <table class="criteria">
      <caption class="sr">{words.criteriaToSample}</caption>
      <thead>
        <tr>
          <th scope="col">
            {choices.size > 1 && (
              <span class="line set-all">
                {words.setAll}
                {(['accepted', 'leftOut'] as const).map((choice) => (
                  <button key={choice} type="button" class="link" onClick={() => onChoose([...choices.keys()], choice)}>
                    {words.choices[choice]}
                  </button>
                ))}
              </span>
            )}
          </th>
          {heads.map(([icon, column]) => (
            <th key={icon} scope="col">
              <Icon name={icon} />
              <span>{words.columns[column]}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) =>
          row.kind === 'criterion' ? (
            <Row
              key={row.key}
              row={row}
              label={several ? `${row.unit.ref} ${row.criterion.ref}` : row.criterion.ref}
              enrolmentId={evidence.enrolmentId}
              model={model}
              confirmation={byCriterion.get(row.criterion.id)}
              choice={choices.get(row.criterion.id)}
              onChoose={(choice) => onChoose([row.criterion.id], choice)}
              now={now}
            />
          ) : (
            <tr key={row.key} class={row.kind}>
              <th scope="rowgroup" colSpan={4}>
                {row.kind === 'unit' ? `${row.unit.ref} ${row.unit.title}` : `${row.outcome.ref} ${row.outcome.title}`}
              </th>
            </tr>
          ),
        )}
      </tbody>
    </table>
  );
}

type RowProps = {
  readonly row: Extract<TreeRow, { kind: 'criterion' }>;
  /** "1.1", or "201 1.1" where there are several units. */
  readonly label: string;
  readonly enrolmentId: SamplingReviewView['evidence']['enrolmentId'];
  readonly model: ReviewModel;
  readonly confirmation: SamplingConfirmation | undefined;
  /** Absent where there is nothing for the reader to decide. */
  readonly choice: SampleChoice | undefined;
  readonly onChoose: (choice: SampleChoice) => void;
  readonly now: number;
};

function Row({ row, label, enrolmentId, model, confirmation, choice, onChoose, now }: RowProps) {
  const { id, ref, text } = row.criterion;
  const words = qualityTexts;
  return (
    <tr class={choice === 'actionRequired' ? 'to-act' : undefined}>
      <th scope="row">
        <span class="criterion">
          <b>{ref}</b>
          <span>
            {text} <HistoryButton enrolmentId={enrolmentId} criterionId={id} label={label} />
            {confirmation && (
              <>
                <small>
                  {words.confirmedBy(confirmation.assessor.name, shortDate(confirmation.confirmedAt, now))}{' '}
                  {confirmation.sampled &&
                    words.sampledBefore(
                      confirmation.sampled.outcome,
                      confirmation.sampled.byName,
                      shortDate(confirmation.sampled.at, now),
                    )}{' '}
                  {confirmation.reopened && words.reopenedReason} {confirmation.own && words.ownReason}
                </small>
                <Choice
                  label={label}
                  choice={choice}
                  disabled={choice === undefined || !mayDecide(confirmation)}
                  onChoose={onChoose}
                />
              </>
            )}
          </span>
        </span>
      </th>
      {columns.map((column) => {
        const mark = markOf(model, column, id);
        return (
          <td key={column} data-standing={mark?.standing} title={mark?.label}>
            {mark && <Icon name={mark.icon} label={mark.label} />}
          </td>
        );
      })}
    </tr>
  );
}

type ChoiceProps = {
  readonly label: string;
  readonly choice: SampleChoice | undefined;
  readonly disabled: boolean;
  readonly onChoose: (choice: SampleChoice) => void;
};

function Choice({ label, choice, disabled, onChoose }: ChoiceProps) {
  const name = useId();
  const words = qualityTexts;
  return (
    <fieldset class="choice" disabled={disabled}>
      <legend class="sr">{words.decisionOn(label)}</legend>
      {sampleChoices.map((each) => (
        <label key={each}>
          <input type="radio" name={name} checked={choice === each} onChange={() => onChoose(each)} />{' '}
          {words.choices[each]}
        </label>
      ))}
    </fieldset>
  );
}
