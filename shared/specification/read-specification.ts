import type { Specification } from '../domain/qualification.ts';
import { importTexts as texts } from '../texts/importing.ts';
import { caseDraft, isCasePackage } from './case-draft.ts';
import { csvDraft } from './csv-draft.ts';
import { type Details, type Draft, detailNames, type Fault, noDetails } from './draft.ts';
import { checkSpecification, type SpecificationIssue } from './specification-file.ts';

export type SpecificationFormat = 'csv' | 'case' | 'json';
export type ReadSpecification = {
  readonly format: SpecificationFormat;
  /** As found in the file, where nothing else was given. */
  readonly details: Details;
  readonly units: ReadonlyArray<{
    readonly ref: string;
    readonly title: string;
    readonly mandatory: boolean;
    readonly outcomes: number;
    readonly criteria: number;
  }>;
  readonly faults: readonly Fault[];
  /** Null while there are faults. */
  readonly specification: Specification | null;
};

const mostFaults = 200;

/**
 * Reads a specification from a file's text: CSV, a CASE package, or the tool's own JSON. Every fault comes with its place.
 * @param given what a person typed: it stands instead of what the file says
 */
export function readSpecification(text: string, given: Partial<Details> = {}): ReadSpecification {
  const trimmed = text.replace(/^\ufeff/, '').trim();
  if (!trimmed.startsWith('{') && !trimmed.startsWith('[')) return fromDraft('csv', csvDraft(text), given);
  let json: unknown;
  try {
    json = JSON.parse(trimmed);
  } catch {
    const fault = { place: texts.file, message: texts.unreadable };
    return { format: 'json', details: noDetails, units: [], faults: [fault], specification: null };
  }
  return isCasePackage(json) ? fromDraft('case', caseDraft(json), given) : fromJson(json, given);
}

const typed = (found: Details, given: Partial<Details>): Details =>
  Object.fromEntries(detailNames.map((name) => [name, given[name]?.trim() || found[name]])) as Details;

/** A level that is no number stays as it is, and is a fault then. */
const plain = (details: Details) => ({
  ...details,
  level: /^\d+$/.test(details.level) ? Number(details.level) : details.level,
});

function fromDraft(format: SpecificationFormat, draft: Draft, given: Partial<Details>): ReadSpecification {
  const details = typed(draft.details, given);
  const checked = checkSpecification({ ...plain(details), units: draft.units });
  const issues = 'units' in checked ? [] : checked.map((issue) => placed(issue, draft));
  // Faults of the file itself leave nothing to check further.
  const faults = draft.units.length === 0 ? [...draft.faults] : [...draft.faults, ...issues];
  faults.sort((a, b) => rowOf(a) - rowOf(b));
  return {
    format,
    details,
    units: draft.units.map(({ ref, title, mandatory, outcomes }) => ({
      ...{ ref, title, mandatory, outcomes: outcomes.length },
      criteria: outcomes.reduce((sum, outcome) => sum + outcome.criteria.length, 0),
    })),
    faults: faults.slice(0, mostFaults),
    specification: faults.length === 0 && 'units' in checked ? checked : null,
  };
}

/** The place of a fault in the file, from its path in what was read. */
function placed({ path, message }: SpecificationIssue, draft: Draft): Fault {
  const [first, unitAt, , outcomeAt, , criterionAt] = path;
  const said = texts.wrong(String(path.findLast((part) => typeof part === 'string') ?? ''), message);
  if (first !== 'units') return { place: texts.details, message: said };
  const unit = draft.units[Number(unitAt)];
  const outcome = unit?.outcomes[Number(outcomeAt)];
  const place = outcome?.criteria[Number(criterionAt)]?.place ?? outcome?.place ?? unit?.place ?? texts.file;
  return { place, message: said };
}

/** What has no row comes first. */
const rowOf = ({ place }: Fault): number => Number(texts.rowPattern.exec(place)?.[1] ?? 0);

function fromJson(json: unknown, given: Partial<Details>): ReadSpecification {
  const found = typeof json === 'object' && json !== null ? (json as Record<string, unknown>) : {};
  const text = (name: string): string => {
    const value = found[name];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  };
  const details = typed(Object.fromEntries(detailNames.map((name) => [name, text(name)])) as Details, given);
  const checked = checkSpecification({ ...found, ...plain(details) });
  if (!('units' in checked)) {
    const faults = checked.map(({ path, message }) => ({ place: path.join('.') || texts.file, message }));
    return { format: 'json', details, units: [], faults: faults.slice(0, mostFaults), specification: null };
  }
  const units = checked.units.map(({ ref, title, mandatory, outcomes }) => ({
    ...{ ref, title, mandatory, outcomes: outcomes.length },
    criteria: outcomes.reduce((sum, outcome) => sum + outcome.criteria.length, 0),
  }));
  return { format: 'json', details, units, faults: [], specification: checked };
}
