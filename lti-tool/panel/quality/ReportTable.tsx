import type { SamplingAssessor } from '../../../shared/api/quality-views.ts';
import { number } from '../../../shared/texts/locale.ts';
import { qualityTexts } from '../../../shared/texts/quality.ts';
import { ScrollRegion } from '../parts/ScrollRegion.tsx';

/** What came of all samples so far, by the assessor whose confirmations they were. */
export function ReportTable({ assessors }: { assessors: readonly SamplingAssessor[] }) {
  const words = qualityTexts;
  const sampled = assessors.filter((each) => each.accepted + each.actionRequired > 0);
  return (
    <section aria-labelledby="sampling-report">
      <h2 id="sampling-report">{words.report}</h2>
      {sampled.length === 0 ? (
        <p class="quiet">{words.reportEmpty}</p>
      ) : (
        <ScrollRegion class="scroll" label={words.report}>
          <table class="rows">
            <caption class="sr">{words.report}</caption>
            <thead>
              <tr>
                <th scope="col">{words.assessor}</th>
                <th scope="col" class="num">
                  {words.accepted}
                </th>
                <th scope="col" class="num">
                  {words.actionRequired}
                </th>
                <th scope="col" class="num">
                  {words.open}
                </th>
                <th scope="col" class="num wider">
                  {words.agreement}
                </th>
              </tr>
            </thead>
            <tbody>
              {sampled.map(({ assessor, accepted, actionRequired, open }) => (
                <tr key={assessor.id}>
                  <th scope="row" class="text">
                    {assessor.name}
                  </th>
                  <td class="num">{number(accepted)}</td>
                  <td class="num">{number(actionRequired)}</td>
                  <td class="num">{open > 0 ? <b class="met soon">{number(open)}</b> : open}</td>
                  <td class="num wider">{Math.floor((accepted / (accepted + actionRequired)) * 100)}%</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
    </section>
  );
}
