import type { HoldingBackView } from '../../../shared/api/report-views.ts';
import { reportsTexts } from '../../../shared/texts/reports.ts';
import { daysAgo } from '../../../shared/words/counted.ts';
import { csvOf } from '../matrix/matrix-csv.ts';

/** The report as CSV: one line for each assessor, unit and evidence item, each kind longest waiting first. */
export function holdingBackCsv(report: HoldingBackView, unitName: (ref: string) => string, now: number): string {
  const words = reportsTexts;
  const head = [words.kind, words.name, words.learner, words.assessor, words.unconfirmed, words.since, words.oldest];
  const waiting = (
    kind: string,
    name: string,
    line: HoldingBackView['units'][number] | HoldingBackView['assessors'][number],
  ) => [...[kind, name, '', '', line.unconfirmed], ...[line.oldestAt.slice(0, 10), daysAgo(line.oldestAt, now)]];
  return csvOf([
    head,
    ...report.assessors.map((line) => waiting(words.kinds.assessor, line.assessor?.name ?? words.nobody, line)),
    ...report.units.map((line) => waiting(words.kinds.unit, unitName(line.unitRef), line)),
    ...report.evidence.map((item) => [
      ...[words.kinds.evidence, item.title, item.learner.name],
      ...[item.assessors.map(({ name }) => name).join('; '), item.unconfirmed],
      ...[item.since.slice(0, 10), daysAgo(item.since, now)],
    ]),
  ]);
}
