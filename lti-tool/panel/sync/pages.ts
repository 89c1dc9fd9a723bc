/** As many rows of a long table are drawn at once. */
export const pageSize = 100;

/** One stretch of a list: `from` inclusive, `to` exclusive. */
type Page = { readonly page: number; readonly from: number; readonly to: number };

/** What a page of a list holds; the last page where the list has become too short for the one asked for. */
export function pageOf(count: number, wanted: number): Page {
  const page = Math.max(0, Math.min(wanted, Math.ceil(count / pageSize) - 1));
  return { page, from: page * pageSize, to: Math.min(count, (page + 1) * pageSize) };
}
