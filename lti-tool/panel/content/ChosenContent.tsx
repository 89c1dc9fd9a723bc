import { useEffect, useRef } from 'preact/hooks';
import type { ContentChoice, ContentSelectionView } from '../../../shared/api/content-selection.ts';
import { contentTexts } from '../../../shared/texts/choosing.ts';
import { keyOf } from './QualificationList.tsx';

type Props = {
  readonly chosen: readonly ContentChoice[];
  readonly qualifications: ContentSelectionView['qualifications'];
  readonly onRemove: (choice: ContentChoice) => void;
};

/** What goes to the course with the next press of the button, besides what is being chosen. */
export function ChosenContent({ chosen, qualifications, onRemove }: Props) {
  const words = contentTexts;
  const heading = useRef<HTMLHeadingElement>(null);
  // What was chosen has left its form: here it is now, and what comes next is below.
  useEffect(() => heading.current?.focus(), [chosen.length]);
  return (
    <section aria-labelledby="content-chosen">
      <h2 id="content-chosen" ref={heading} tabIndex={-1}>
        {words.chosen(chosen.length)}
      </h2>
      <ol class="content-chosen">
        {chosen.map((choice, index) => (
          <li key={`${index} ${keyOf(choice)} ${choice.title}`}>
            <span>
              <b>{choice.title}</b>
              <small>
                {words.chosenFacts(
                  qualifications.find((one) => keyOf(one) === keyOf(choice))?.title ?? choice.number,
                  choice.units,
                  choice.columns,
                )}
              </small>
            </span>
            <button type="button" class="button" onClick={() => onRemove(choice)}>
              {words.remove} <span class="sr">{choice.title}</span>
            </button>
          </li>
        ))}
      </ol>
      <p class="quiet">{words.next}</p>
    </section>
  );
}
