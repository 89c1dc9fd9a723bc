/** The room of columns that are not drawn. */
export function ColumnGap({ columns }: { columns: number }) {
  return columns > 0 ? <td class="gap" colSpan={columns} aria-hidden="true" /> : null;
}
