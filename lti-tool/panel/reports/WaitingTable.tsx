import type { HoldingBackView } from '../../../shared/api/report-views.ts';
import { number } from '../../../shared/texts/locale.ts';
import { reportsTexts } from '../../../shared/texts/reports.ts';
import { age } from '../../../shared/words/counted.ts';
import { Meter } from '../assessor/caseload/Meter.tsx';

type Line = Omit<HoldingBackView['units'][number], 'unitRef'> & {
  readonly key: string;
  readonly name: string;
  readonly hint: string;
};
type Props = {
  readonly title: string;
  /** What the first column holds. */
  readonly first: string;
  readonly lines: readonly Line[];
  readonly now: number;
};

/** How much waits where, longest first. The bar shows each share of all that waits. */
export function WaitingTable({ title, first, lines, now }: Props) {
  const words = reportsTexts;
  const most = Math.max(1, ...lines.map((line) => line.unconfirmed));
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <table class="rows">
        <thead>
          <tr>
            <th scope="col">{first}</th>
            <th scope="col" class="num">
              {words.oldest}
            </th>
            <th scope="col" class="num wider">
              {words.mean}
            </th>
            <th scope="col" class="num">
              {words.unconfirmed}
            </th>
            <td class="wide" />
            <th scope="col" class="num wide">
              {words.items}
            </th>
            <th scope="col" class="num wide">
              {words.learners}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.key}>
              <th scope="row" class="text">
                {line.name} {line.hint && <small>{line.hint}</small>}
              </th>
              <td class="num">{age(line.oldestAt, now)}</td>
              <td class="num wider">{age(line.meanAt, now)}</td>
              <td class="num">
                <b>{number(line.unconfirmed)}</b>
              </td>
              <td class="wide share">
                <Meter confirmed={0} awaiting={line.unconfirmed} total={most} />
              </td>
              <td class="num wide">{number(line.items)}</td>
              <td class="num wide">{number(line.learners)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
