/* Like real LMS pages, tables are drawn anew after load and on every sort: the old rows leave the document. */
function redraw(table, rows) {
  const body = document.createElement('tbody');
  for (const row of rows) body.append(row.cloneNode(true));
  table.tBodies[0].replaceWith(body);
}

const nameOf = (row) => row.querySelector('th').textContent.trim();

for (const table of document.querySelectorAll('table[data-refreshed]')) {
  redraw(table, table.tBodies[0].rows);
  const button = table.querySelector('[data-sort]');
  button.addEventListener('click', () => {
    const heading = button.closest('th');
    const descending = heading.getAttribute('aria-sort') === 'ascending';
    heading.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
    const rows = [...table.tBodies[0].rows].sort((a, b) => nameOf(a).localeCompare(nameOf(b), 'en'));
    redraw(table, descending ? rows.reverse() : rows);
  });
}
