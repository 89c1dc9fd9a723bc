import { countingTexts } from '../../shared/texts/counting.ts';
import type { Standing } from '../messages.ts';
import type { Pairing } from './state.ts';

const minute = 60_000;
/** A number is believed this long after it was last known to be right. */
export const freshFor = 10 * minute;

type Counted = Pick<Pairing, 'toolUrl' | 'person' | 'expiresAt' | 'lost' | 'counts' | 'checkedAt'> & {
  /** Whether the browser lets the extension reach the tool. */
  readonly allowed: boolean;
};

/** What is known of a pairing's number, and why not where it is not. */
export function standingOf(pairing: Counted, now: number): Standing {
  if (pairing.lost || Date.parse(pairing.expiresAt) <= now) return 'lost';
  if (!pairing.allowed) return 'barred';
  const { counts, checkedAt } = pairing;
  return counts !== null && checkedAt !== null && now - checkedAt < freshFor ? 'paired' : 'away';
}

const verbs = { assessor: 'to confirm', traineeAssessor: 'to assess' } as const;

function lineOf(pairing: Counted, now: number, many: boolean): string[] {
  const where = many ? ` (${pairing.person}, ${new URL(pairing.toolUrl).host})` : '';
  const standing = standingOf(pairing, now);
  if (standing === 'lost') return [`Not connected any more${where}: click to connect again`];
  if (standing === 'barred')
    return [`Not known${where}: the browser no longer lets the extension ask. Click to allow it`];
  if (standing === 'away') return [`Not known${where}: Countersign does not answer`];
  const places = pairing.counts?.places ?? [];
  if (places.length === 0) return [`Nothing waits${where}`];
  return places.map(({ title, role, count }) =>
    role === 'learner'
      ? `${title}${where}: ${count} returned to you`
      : `${title}${where}: ${countingTexts.criteria(count)} ${verbs[role]}`,
  );
}

/**
 * The badge and its tooltip: a pure function of what is known. Nothing waiting shows no number; where any number is not
 * known it shows "?", never 0.
 */
export function badgeOf(pairings: readonly Counted[], now: number): { readonly text: string; readonly title: string } {
  if (pairings.length === 0) return { text: '', title: 'Countersign: click to connect' };
  const title = pairings.flatMap((pairing) => lineOf(pairing, now, pairings.length > 1));
  if (pairings.some((pairing) => standingOf(pairing, now) !== 'paired'))
    return { text: '?', title: ['Countersign', ...title].join('\n') };
  const sum = pairings.reduce(
    (total, { counts }) => total + (counts ? counts.toConfirm + counts.toAssess + counts.returned : 0),
    0,
  );
  const text = sum === 0 ? '' : sum > 999 ? '999+' : String(sum);
  return { text, title: [sum === 0 ? 'Countersign' : `Countersign: ${sum}`, ...title].join('\n') };
}
