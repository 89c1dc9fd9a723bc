import type { SamplingAssessor, SamplingRuleView } from '../../../shared/api/quality-views.ts';
import { number } from '../../../shared/texts/locale.ts';
import { qualityTexts } from '../../../shared/texts/quality.ts';
import { shortDate } from '../parts/dates.ts';
import { Icon } from '../parts/Icon.tsx';
import { methodNames } from '../parts/method-names.ts';
import { ScrollRegion } from '../parts/ScrollRegion.tsx';

type Props = { readonly assessors: readonly SamplingAssessor[]; readonly now: number };
type Tally = Pick<SamplingAssessor, 'confirmations' | 'required' | 'sampled' | 'outstanding'>;

const ruleName = (rule: SamplingRuleView): string =>
  qualityTexts.rule(rule, rule.kind === 'method' ? methodNames()[rule.method] : '');

/** Each assessor's confirmations against what the plan asks of them; a line more for every rule where there are several. */
export function PlanTable({ assessors, now }: Props) {
  const words = qualityTexts;
  return (
    <ScrollRegion class="scroll" label={words.byAssessor}>
      <table class="rows plan">
        <caption class="sr">{words.byAssessor}</caption>
        <thead>
          <tr>
            <th scope="col">{words.assessor}</th>
            <th scope="col" class="num">
              {words.plan}
            </th>
            <th scope="col" class="num wider">
              {words.confirmations}
            </th>
            <th scope="col" class="num">
              {words.sampled}
            </th>
            <th scope="col">{words.isMet}</th>
          </tr>
        </thead>
        <tbody>
          {assessors.flatMap((each) => {
            const { assessor, groups, isNew, experience } = each;
            const [only] = groups;
            return [
              <tr key={assessor.id}>
                <th scope="row" class="text">
                  {assessor.name}{' '}
                  {isNew && (
                    <small
                      title={experience ? words.whyNew(shortDate(experience.first, now), experience.confirmations) : ''}
                    >
                      {words.newAssessor}
                    </small>
                  )}
                </th>
                <td class="num">{groups.length === 1 && only ? `${only.percent}%` : ''}</td>
                <Numbers tally={each} />
              </tr>,
              ...(groups.length === 1
                ? []
                : groups.map((group) => (
                    <tr key={`${assessor.id} ${ruleName(group.rule)}`} class="part">
                      <th scope="row" class="text">
                        <span class="sr">{assessor.name}: </span>
                        {ruleName(group.rule)}
                      </th>
                      <td class="num">{number(group.percent)}%</td>
                      <Numbers tally={group} />
                    </tr>
                  ))),
            ];
          })}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function Numbers({ tally: { confirmations, required, sampled, outstanding } }: { tally: Tally }) {
  const words = qualityTexts;
  return (
    <>
      <td class="num wider">{number(confirmations)}</td>
      <td class="num">
        <b>{number(sampled)}</b> {words.sampledOf(required)}
      </td>
      <td>
        {outstanding > 0 ? (
          <span class="met soon">
            <Icon name="clock" /> {words.toGo(outstanding)}
          </span>
        ) : (
          <span class="met">
            <Icon name="confirmed" /> {required === 0 ? words.nothingAsked : words.metYes}
          </span>
        )}
      </td>
    </>
  );
}
