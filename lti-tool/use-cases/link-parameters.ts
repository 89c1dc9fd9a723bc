import type { ScoreColumns } from './place-ports.ts';

/** What an activity is for, as it travels in its custom parameters: copies of the activity keep them. */
export type LinkPurpose = {
  /** The regulator's qualification number. */
  readonly number: string;
  /** Null: the newest. */
  readonly version: string | null;
  /** Refs of the units to work on; null: all. */
  readonly unitRefs: readonly string[] | null;
  readonly columns: ScoreColumns;
};

/** The custom parameter that names the qualification of a resource link. */
const qualificationParameter = 'cs_qualification';
const mostUnits = 200;

/** The custom parameters of an activity. The last two are filled in by the platform, and name what it was copied from. */
export const linkParameters = ({ number, version, unitRefs, columns }: LinkPurpose): Record<string, string> => ({
  [qualificationParameter]: number,
  ...(version !== null && { cs_version: version }),
  ...(unitRefs !== null && { cs_units: unitRefs.map(encodeURIComponent).join(',') }),
  ...(columns === 'units' && { cs_columns: 'units' }),
  ...historyParameters,
});

/** @see https://www.imsglobal.org/spec/lti/v1p3#custom-properties-and-variable-substitution */
export const historyParameters = {
  cs_link_history: '$ResourceLink.id.history',
  cs_context_history: '$Context.id.history',
} as const;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Texts of a list that a platform filled in; empty where it left the variable as it was. */
const listOf = (text: string | undefined): string[] =>
  text === undefined || text.startsWith('$')
    ? []
    : text
        .split(',')
        .map((part) => decoded(part.trim()))
        .filter((part) => part !== '')
        .slice(0, mostUnits);

type Custom = Readonly<Record<string, string>>;

/** What the custom parameters of a launch say its link is for; null where they name no qualification. */
export function purposeIn(custom: Custom): LinkPurpose | null {
  const number = custom[qualificationParameter];
  if (!number || number.startsWith('$')) return null;
  const unitRefs = listOf(custom.cs_units);
  return {
    number,
    version: custom.cs_version || null,
    unitRefs: unitRefs.length === 0 ? null : unitRefs,
    columns: custom.cs_columns === 'units' ? 'units' : 'one',
  };
}

/** The unit whose own gradebook column this link has, where it has one. */
export const unitIn = (custom: Custom): string | null => custom.cs_unit || null;

/** Ids of what the link and its context were copied from, latest first. */
export const historyIn = (custom: Custom): { readonly links: string[]; readonly contexts: string[] } => ({
  links: listOf(custom.cs_link_history),
  contexts: listOf(custom.cs_context_history),
});
