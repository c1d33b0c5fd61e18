// Tables that can be sorted by a column. Without this they are complete, in the order of the ledger.
(() => {
  'use strict';
  const collator = new Intl.Collator('zh-CN');

  function value(row, place) {
    const text = row.cells[place].textContent.trim();
    const number = parseFloat(text);
    return Number.isNaN(number) ? text : number;
  }

  function compare(one, other) {
    if (typeof one === 'number' && typeof other === 'number') return one - other;
    return collator.compare(String(one), String(other));
  }

  function sort(table, heads, place) {
    const head = heads[place];
    // Counts are asked for from the top, names from the beginning.
    const first = head.classList.contains('numeric') ? 'descending' : 'ascending';
    const second = first === 'ascending' ? 'descending' : 'ascending';
    const order = head.getAttribute('aria-sort') === first ? second : first;
    const sign = order === 'ascending' ? 1 : -1;
    const rows = Array.from(table.tBodies[0].rows, (row) => ({ row, key: value(row, place) }));
    rows.sort((one, other) => sign * compare(one.key, other.key));
    heads.forEach((item) => item.removeAttribute('aria-sort'));
    head.setAttribute('aria-sort', order);
    table.tBodies[0].append(...rows.map((item) => item.row));
  }

  document.querySelectorAll('table.sortable').forEach((table) => {
    const heads = Array.from(table.tHead.rows[0].cells);
    heads.forEach((head, place) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'sort';
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener('click', () => sort(table, heads, place));
    });
  });
})();
