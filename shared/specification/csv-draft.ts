import { CsvError, parse } from 'csv-parse/sync';
import { importTexts as texts } from '../texts/importing.ts';
import { detailColumns, requiredColumns } from './csv-template.ts';
import {
  type Details,
  type Draft,
  type DraftOutcome,
  type DraftUnit,
  detailNames,
  type Fault,
  noDetails,
} from './draft.ts';

const normal = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_');

/** Spreadsheets write semicolons where the decimal sign is a comma. */
const delimiterOf = (text: string): string => {
  const [heading = ''] = text.split(/\r?\n/, 1);
  return ([',', ';', '\t'] as const).reduce((best, one) =>
    heading.split(one).length > heading.split(best).length ? one : best,
  );
};

/**
 * Reads CSV (RFC 4180) with a heading row, a criterion a row. Other columns are ignored; case and blanks of a heading do
 * not matter. Rows are counted as a spreadsheet counts them: the heading is
 * row 1.
 */
export function csvDraft(text: string): Draft {
  let rows: string[][];
  try {
    rows = parse(text, { bom: true, delimiter: delimiterOf(text), relax_column_count: true });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { details: noDetails, units: [], faults: [{ place: texts.file, message: error.message }] };
  }
  const [heading = [], ...lines] = rows;
  const headings = heading.map(normal);
  const missing = requiredColumns.filter((name) => !headings.includes(name));
  if (missing.length > 0) {
    const faults = missing.map((name) => ({ place: texts.row(1), message: texts.noColumn(name) }));
    return { details: noDetails, units: [], faults };
  }
  const reader = new CsvReader();
  lines.forEach((line, index) => {
    const of = (name: string): string => line[headings.indexOf(name)]?.trim() ?? '';
    if (line.some((value) => value.trim() !== '')) reader.row(of, texts.row(index + 2));
  });
  if (reader.units.length === 0 && reader.faults.length === 0)
    reader.faults.push({ place: texts.file, message: texts.noRows });
  return reader;
}

/** Gathers rows into units and outcomes. What the first row of a unit says need not be said again, nor contradicted. */
class CsvReader implements Draft {
  details: Details = noDetails;
  readonly units: DraftUnit[] = [];
  readonly faults: Fault[] = [];
  readonly #refs = new Map<string, string>();

  row(of: (name: string) => string, place: string): void {
    for (const name of detailNames) this.#detail(name, of(detailColumns[name]), place);
    const unit = this.#unit(of, place);
    const outcome = this.#outcome(unit, of, place);
    const ref = of('criterion_ref');
    const key = `${unit.ref}/${ref}`;
    const before = this.#refs.get(key);
    if (before && ref !== '') {
      this.faults.push({
        place,
        message: texts.criterionTwice(ref, unit.ref, before),
      });
      return;
    }
    this.#refs.set(key, place);
    outcome.criteria.push({ ref, text: of('criterion_text'), place });
  }

  #detail(name: keyof Details, value: string, place: string): void {
    if (value === '' || value === this.details[name]) return;
    if (this.details[name] === '') this.details = { ...this.details, [name]: value };
    else this.faults.push({ place, message: texts.detailChanged(detailColumns[name], this.details[name]) });
  }

  #unit(of: (name: string) => string, place: string): DraftUnit {
    const ref = of('unit_ref');
    const known = this.units.find((unit) => unit.ref === ref);
    const title = of('unit_title');
    if (known) {
      if (title !== '' && title !== known.title)
        this.faults.push({ place, message: texts.unitCalled(ref, known.title, known.place) });
      return known;
    }
    const credit = of('unit_credit');
    const answer = of('unit_mandatory').toLowerCase();
    if (!yes.has(answer) && !no.has(answer))
      this.faults.push({ place, message: texts.yesOrNo('unit_mandatory', answer) });
    const made = {
      ref,
      title,
      mandatory: !no.has(answer),
      credit: credit === '' ? null : Number(credit),
      place,
      outcomes: [],
    };
    this.units.push(made);
    return made;
  }

  #outcome(unit: DraftUnit, of: (name: string) => string, place: string): DraftOutcome {
    const ref = of('outcome_ref') || of('criterion_ref').split('.')[0] || '';
    const known = unit.outcomes.find((outcome) => outcome.ref === ref);
    if (known) return known;
    const made = { ref, title: of('outcome_title') || texts.outcome(ref), place, criteria: [] };
    unit.outcomes.push(made);
    return made;
  }
}

const yes: ReadonlySet<string> = new Set(['', 'yes', 'y', 'true', '1', 'mandatory']);
const no: ReadonlySet<string> = new Set(['no', 'n', 'false', '0', 'optional']);
