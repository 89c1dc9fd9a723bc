import { z } from 'zod';
import { importTexts as texts } from '../texts/importing.ts';
import { type Draft, type DraftCriterion, type DraftOutcome, type DraftUnit, type Fault, noDetails } from './draft.ts';

const node = z.object({ identifier: z.string() });
const item = z.object({
  identifier: z.string(),
  fullStatement: z.string(),
  humanCodingScheme: z.string().optional(),
  CFItemType: z.string().optional(),
});
/**
 * A package of the Competencies and Academic Standards Exchange, as far as a specification is made of it.
 * @see https://www.imsglobal.org/sites/default/files/CASE/casev1p0/information_model/caseservicev1p0_infomodelv1p0.html
 */
const casePackage = z.object({
  CFDocument: z.object({
    identifier: z.string(),
    title: z.string(),
    creator: z.string().optional(),
    version: z.string().optional(),
    educationLevel: z.array(z.string()).optional(),
  }),
  CFItems: z.array(item).max(10_000),
  CFAssociations: z
    .array(
      z.object({
        associationType: z.string(),
        originNodeURI: node,
        destinationNodeURI: node,
        sequenceNumber: z.number().optional(),
      }),
    )
    .max(20_000),
});
type Item = z.output<typeof item>;

export const isCasePackage = (json: unknown): boolean =>
  typeof json === 'object' && json !== null && 'CFDocument' in json;

/**
 * Reads a CASE package: what is right below the document are units, below them outcomes, below those criteria. Where a
 * unit has criteria right below it, they are one outcome. CASE knows neither qualification numbers nor credit.
 */
export function caseDraft(json: unknown): Draft {
  const parsed = casePackage.safeParse(json);
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => ({ place: path.join('.') || texts.file, message }));
    return { details: noDetails, units: [], faults: faults.slice(0, 100) };
  }
  const { CFDocument, CFItems, CFAssociations } = parsed.data;
  const details = {
    ...noDetails,
    title: CFDocument.title,
    awardingOrganisation: CFDocument.creator ?? '',
    version: CFDocument.version ?? '',
    level: CFDocument.educationLevel?.[0]?.replace(/\D/g, '') ?? '',
  };
  const items = new Map(CFItems.map((one) => [one.identifier, one]));
  const below = new Map<string, Item[]>();
  const parents = CFAssociations.filter(({ associationType }) => associationType === 'isChildOf');
  parents.sort((a, b) => (a.sequenceNumber ?? 0) - (b.sequenceNumber ?? 0));
  for (const { originNodeURI, destinationNodeURI } of parents) {
    const child = items.get(originNodeURI.identifier);
    const siblings = below.get(destinationNodeURI.identifier) ?? [];
    if (child && !siblings.includes(child)) below.set(destinationNodeURI.identifier, [...siblings, child]);
  }
  const children = (one: { readonly identifier: string }): readonly Item[] => below.get(one.identifier) ?? [];
  const faults: Fault[] = [];
  const units = children(CFDocument).map((unit, index) => unitOf(unit, index, children, faults));
  if (units.length === 0) faults.push({ place: texts.file, message: texts.nothingBelow });
  return { details, units, faults };
}

type Children = (one: Item) => readonly Item[];
const refOf = ({ humanCodingScheme = '' }: Item, fallback: string): string => humanCodingScheme.trim() || fallback;

function unitOf(unit: Item, index: number, children: Children, faults: Fault[]): DraftUnit {
  const ref = refOf(unit, String(index + 1));
  const place = texts.unit(ref);
  const parts = children(unit);
  const flat = parts.length > 0 && parts.every((part) => children(part).length === 0);
  const outcomes = flat
    ? [{ ref: '1', title: unit.fullStatement, place, criteria: criteriaOf(parts, '1', place, children, faults) }]
    : parts.map((part, number) => outcomeOf(part, number, place, children, faults));
  const mandatory = !/optional/i.test(unit.CFItemType ?? '');
  return { ref, title: unit.fullStatement, mandatory, credit: null, place, outcomes };
}

function outcomeOf(part: Item, number: number, unit: string, children: Children, faults: Fault[]): DraftOutcome {
  const ref = refOf(part, String(number + 1));
  const place = texts.outcomeIn(unit, ref);
  const criteria = criteriaOf(children(part), ref, place, children, faults);
  return { ref, title: part.fullStatement, place, criteria };
}

const criteriaOf = (items: readonly Item[], outcome: string, above: string, children: Children, faults: Fault[]) =>
  items.map((one, index): DraftCriterion => {
    const ref = refOf(one, `${outcome}.${index + 1}`);
    const place = texts.criterionIn(above, ref);
    if (children(one).length > 0) faults.push({ place, message: texts.tooDeep });
    return { ref, text: one.fullStatement, place };
  });
