import type { ContentSelectionView } from '../../../shared/api/content-selection.ts';
import { byName } from '../../../shared/texts/locale.ts';

type Qualification = ContentSelectionView['qualifications'][number];

/** Every word of the search is somewhere in title, number, awarding organisation or a unit; accents and case aside. */
export function foundIn(one: Qualification, search: string): boolean {
  const text = plain([one.title, one.number, one.awardingOrganisation, ...one.units.flatMap(unitTexts)].join(' '));
  return plain(search)
    .split(/\s+/)
    .every((word) => text.includes(word));
}

const unitTexts = ({ ref, title }: Qualification['units'][number]): string[] => [ref, title];
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Those that the centre used last come first, latest first; then the others by title. */
export const recentFirst = (all: readonly Qualification[]): Qualification[] =>
  all.toSorted(
    (a, b) =>
      (a.recent ?? Number.POSITIVE_INFINITY) - (b.recent ?? Number.POSITIVE_INFINITY) ||
      byName(a.title, b.title) ||
      byName(b.version, a.version),
  );
