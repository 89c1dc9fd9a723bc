import { useState } from 'preact/hooks';
import type { ContentSelectionView } from '../../../shared/api/content-selection.ts';
import { contentTexts } from '../../../shared/texts/choosing.ts';
import { SearchField } from '../assessor/SearchField.tsx';
import { foundIn, recentFirst } from './content-search.ts';

export type ContentQualification = ContentSelectionView['qualifications'][number];
export const keyOf = ({ number, version }: Pick<ContentQualification, 'number' | 'version'>): string =>
  `${number} ${version}`;

type Props = {
  readonly qualifications: readonly ContentQualification[];
  readonly picked: ContentQualification | null;
  readonly onPick: (qualification: ContentQualification) => void;
};

/** From so many on a search helps. */
const manyFrom = 6;

/** The qualifications to choose from, those used last first. The one picked stays in sight while one searches. */
export function QualificationList({ qualifications, picked, onPick }: Props) {
  const [search, setSearch] = useState('');
  const words = contentTexts;
  const shown = recentFirst(qualifications).filter((one) => one === picked || foundIn(one, search));
  return (
    <section aria-labelledby="content-qualification">
      <div class="line">
        <h2 id="content-qualification">{words.qualification}</h2>
        {qualifications.length >= manyFrom && <SearchField label={words.search} value={search} onInput={setSearch} />}
        <span class="sr" role="status">
          {search !== '' && words.found(shown.length)}
        </span>
      </div>
      {shown.length === 0 && <p class="quiet">{words.nothingFound(search)}</p>}
      <fieldset class="choices few">
        <legend class="sr">{words.qualification}</legend>
        {shown.map((one) => (
          <label key={keyOf(one)}>
            <input type="radio" name="qualification" checked={one === picked} onChange={() => onPick(one)} />
            <span>
              <b>{one.title}</b> {one.recent !== null && <span class="tag">{words.usedLately}</span>}
              <small>{words.facts(one)}</small>
            </span>
          </label>
        ))}
      </fieldset>
    </section>
  );
}
