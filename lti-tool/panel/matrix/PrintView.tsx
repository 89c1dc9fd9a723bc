import type { ComponentProps } from 'preact';
import { PrintSheets } from './PrintSheets.tsx';
import { isPrintable } from './print-sheets.ts';
import { TooMuchToPrint } from './TooMuchToPrint.tsx';

type Props = ComponentProps<typeof PrintSheets> & { readonly onCsv: () => void };

/** The matrix for paper, or what to do where it is too much for that. */
export function PrintView({ onCsv, ...sheets }: Props) {
  const { rows, columns, mode, onClose } = sheets;
  if (isPrintable(rows.length, columns.length, mode)) return <PrintSheets {...sheets} />;
  return <TooMuchToPrint learners={rows.length} columns={columns.length} onCsv={onCsv} onClose={onClose} />;
}
