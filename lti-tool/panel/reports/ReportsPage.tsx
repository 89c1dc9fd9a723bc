import { useState } from 'preact/hooks';
import type { HoldingBackView } from '../../../shared/api/report-views.ts';
import type { QualificationView } from '../../../shared/api/views.ts';
import { number } from '../../../shared/texts/locale.ts';
import { reportsTexts } from '../../../shared/texts/reports.ts';
import { age, listed } from '../../../shared/words/counted.ts';
import { Interlude } from '../app/Interlude.tsx';
import { hrefTo } from '../app/router.ts';
import { useTools } from '../app/toolbox.ts';
import { useResource } from '../app/use-resource.ts';
import { saveFile } from '../matrix/save-file.ts';
import { shortDate } from '../parts/dates.ts';
import { Icon } from '../parts/Icon.tsx';
import { PageHeading } from '../parts/PageHeading.tsx';
import { holdingBackCsv } from './holding-back-csv.ts';
import { WaitingTable } from './WaitingTable.tsx';

/** Evidence shown at first: what has waited longest is what matters. */
const firstItems = 25;

/** What is holding progress back: assessors, units and evidence by the age of what is unconfirmed. */
export function ReportsPage({ qualification }: { qualification: QualificationView }) {
  const { client, now } = useTools();
  const { resource, reload } = useResource((signal) => client.call('holdingBack', { signal }), []);
  const words = reportsTexts;
  const report = resource.value;
  if (report === null)
    return <Interlude title={words.title} error={resource.state === 'failed' ? resource.error : null} retry={reload} />;
  const titleOf = new Map(qualification.units.map((unit) => [unit.ref, unit.title]));
  const unitName = (ref: string) => `${ref} ${titleOf.get(ref) ?? ''}`.trim();
  const save = () => saveFile(words.file, holdingBackCsv(report, unitName, now()), 'text/csv;charset=utf-8');
  return (
    <main class="page report">
      <div class="line">
        <PageHeading title={words.title}>{words.heading}</PageHeading>
        {report.evidence.length > 0 && (
          <span class="line push no-print">
            <button type="button" class="button" onClick={save}>
              <Icon name="file" /> {words.csv}
            </button>
            <button type="button" class="button" onClick={() => print()}>
              {words.print}
            </button>
          </span>
        )}
      </div>
      <p class="quiet">{words.intro}</p>
      {report.evidence.length === 0 ? (
        <div class="empty" role="status">
          <Icon name="confirmed" />
          <h2>{words.nothingTitle}</h2>
          <p>{words.nothing}</p>
        </div>
      ) : (
        <>
          <WaitingTable
            title={words.assessors}
            first={words.assessor}
            now={now()}
            lines={report.assessors.map((line) => ({
              ...line,
              key: line.assessor?.id ?? '',
              name: line.assessor?.name ?? words.nobody,
              hint: line.assessor ? '' : words.nobodyHint,
            }))}
          />
          <WaitingTable
            title={words.units}
            first={words.unit}
            now={now()}
            lines={report.units.map((line) => ({ ...line, key: line.unitRef, name: unitName(line.unitRef), hint: '' }))}
          />
          <EvidenceRanking items={report.evidence} now={now()} />
        </>
      )}
    </main>
  );
}

function EvidenceRanking({ items, now }: { items: HoldingBackView['evidence']; now: number }) {
  const [all, showAll] = useState(false);
  const words = reportsTexts;
  const shown = all ? items : items.slice(0, firstItems);
  return (
    <section aria-labelledby="report-evidence">
      <h2 id="report-evidence">{words.evidence}</h2>
      <table class="rows">
        <thead>
          <tr>
            <th scope="col">{words.evidenceTitle}</th>
            <th scope="col" class="num">
              {words.oldest}
            </th>
            <th scope="col" class="num">
              {words.unconfirmed}
            </th>
            <th scope="col" class="wide">
              {words.assessor}
            </th>
            <th scope="col" class="wide">
              {words.units}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((item) => (
            <tr key={item.evidenceId}>
              <th scope="row" class="text">
                <a href={hrefTo('evidence', item.evidenceId)}>{item.title}</a> <small>{item.learner.name}</small>
              </th>
              <td class="num">
                {age(item.since, now)} <small class="wider">{shortDate(item.since, now)}</small>
              </td>
              <td class="num">
                <b>{number(item.unconfirmed)}</b>
                {item.toCountersign > 0 && <small class="wider"> {words.toCountersign(item.toCountersign)}</small>}
              </td>
              <td class="wide text">
                {item.assessors.length > 0 ? listed(item.assessors.map(({ name }) => name)) : words.nobody}
              </td>
              <td class="wide">{item.unitRefs.join(', ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length < items.length && (
        <button type="button" class="button no-print" onClick={() => showAll(true)}>
          {words.more(items.length - shown.length)}
        </button>
      )}
    </section>
  );
}
