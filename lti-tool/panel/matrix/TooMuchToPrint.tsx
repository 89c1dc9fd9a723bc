import { matrixTexts } from '../../../shared/texts/matrix.ts';
import { Icon } from '../parts/Icon.tsx';
import { PageHeading } from '../parts/PageHeading.tsx';

type Props = {
  readonly learners: number;
  readonly columns: number;
  readonly onCsv: () => void;
  readonly onClose: () => void;
};

/** In place of sheets that a browser would choke on: how many there would be, and what to do instead. */
export function TooMuchToPrint({ learners, columns, onCsv, onClose }: Props) {
  const words = matrixTexts;
  return (
    <main class="page">
      <PageHeading title={words.printTitle}>{words.tooMuchTitle}</PageHeading>
      <div class="empty">
        <p>{words.tooMuch(learners, columns)}</p>
        <div class="line">
          <button type="button" class="button primary" onClick={onClose}>
            {words.backToMatrix}
          </button>
          <button type="button" class="button" onClick={onCsv}>
            <Icon name="file" /> {words.csv.button}
          </button>
        </div>
      </div>
    </main>
  );
}
