import type { Standing } from '../../../shared/domain/standing.ts';
import { partsTexts } from '../../../shared/texts/parts.ts';
import { Icon } from './Icon.tsx';

/** What a standing is called on screen. */
export const standingNames = (): Readonly<Record<Standing, string>> => partsTexts.standings;

/**
 * Symbol and colour of a standing, with its name for those who do not see it.
 * An empty label makes it decoration, for where the words stand beside it.
 */
export function StandingMark({ standing, label = standingNames()[standing] }: { standing: Standing; label?: string }) {
  return (
    <span class="mark" data-standing={standing}>
      <Icon name={standing} label={label} />
    </span>
  );
}
