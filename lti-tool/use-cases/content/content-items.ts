import { criteriaOfUnits, type Qualification, type Unit } from '../../../shared/domain/qualification.ts';
import { Failure } from '../failure.ts';
import { linkParameters } from '../link-parameters.ts';
import { columnIdentity } from '../publishing/column-identity.ts';
import type { ContentItem, ContentSelection } from './content-ports.ts';

/** What somebody chose for a new activity. */
export type ContentChoice = {
  readonly number: string;
  readonly version: string;
  /** Refs of the units that learners work on. */
  readonly units: readonly string[];
  readonly title: string;
  /** `units`: one more for each unit, beside the one for the qualification. */
  readonly columns: 'none' | 'one' | 'units';
};

const longestLabel = 250;

/**
 * The activities that a choice makes: one for the qualification, and where each unit is to have its own column and the platform
 * takes several, one more for each unit. Where it takes one only, this tool makes the units' columns by itself later.
 * @throws Failure notFound where a unit is not the qualification's
 */
export function contentItems(
  { acceptsMultiple, acceptsLineItems }: Pick<ContentSelection, 'acceptsMultiple' | 'acceptsLineItems'>,
  qualification: Qualification,
  { units: refs, title, columns }: ContentChoice,
): ContentItem[] {
  const units = qualification.units.filter((unit) => refs.includes(unit.ref));
  if (units.length === 0 || units.length !== new Set(refs).size) throw new Failure('notFound');
  const withColumns = columns !== 'none' && acceptsLineItems;
  const custom = linkParameters({
    number: qualification.number,
    version: qualification.version,
    unitRefs: units.length === qualification.units.length ? null : units.map((unit) => unit.ref),
    columns: columns === 'units' ? 'units' : 'one',
  });
  const item = (unit: Unit | null): ContentItem => {
    const label = (unit === null ? title : `${unit.ref} ${unit.title}`).slice(0, longestLabel);
    const parts = unit === null ? units : [unit];
    const scoreMaximum = criteriaOfUnits(
      qualification,
      parts.map((part) => part.ref),
    ).length;
    const lineItem = { label, scoreMaximum, ...columnIdentity(qualification, unit) };
    return {
      title: label,
      custom: unit === null ? custom : { ...custom, cs_unit: unit.ref },
      lineItem: withColumns ? lineItem : null,
    };
  };
  const perUnit = columns === 'units' && acceptsMultiple && acceptsLineItems;
  return [item(null), ...(perUnit ? units.map(item) : [])];
}
