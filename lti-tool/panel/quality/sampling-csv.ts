import type { SamplingView } from '../../../shared/api/quality-views.ts';
import { qualityTexts } from '../../../shared/texts/quality.ts';
import { csvField } from '../matrix/matrix-csv.ts';
import { methodNames } from '../parts/method-names.ts';

/** The plan and the report as CSV (RFC 4180), a line an assessor, with a byte order mark for spreadsheets. */
export function samplingCsv({ assessors }: SamplingView): string {
  const words = qualityTexts;
  const lines = assessors.map((each) => [
    each.assessor.name,
    each.isNew ? words.yes : words.no,
    each.groups
      .map(
        ({ rule, percent }) =>
          `${percent}% ${words.rule(rule, rule.kind === 'method' ? methodNames()[rule.method] : '')}`,
      )
      .join('; '),
    ...[each.confirmations, each.required, each.sampled, each.outstanding],
    each.outstanding === 0 ? words.yes : words.no,
    ...[each.accepted, each.actionRequired, each.open],
  ]);
  return `\ufeff${[words.csvHead, ...lines].map((line) => line.map(csvField).join(',')).join('\r\n')}\r\n`;
}
