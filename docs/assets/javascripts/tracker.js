// The filter of the list of commitments. Its state is the address, so that it can be shared, reloaded and gone back to.
(() => {
  'use strict';
  const form = document.querySelector('form.tracker-filter');
  const table = document.querySelector('table.tracker');
  if (!form || !table) return;

  const selects = Array.from(form.querySelectorAll('select'));
  const names = selects.map((select) => select.name);
  // Read once: with thousands of rows, asking the document again at every choice is what takes time.
  const rows = Array.from(table.tBodies[0].rows, (element) => ({
    element,
    values: names.map((name) => element.getAttribute(`data-${name}`)),
    isShown: !element.hidden,
  }));
  const output = form.querySelector('.tracker-count');
  const none = document.querySelector('.tracker-none');
  const overview = document.querySelector('.verdict-bar');

  function readAddress() {
    const query = new URLSearchParams(location.search);
    selects.forEach((select) => {
      const wanted = query.get(select.name);
      const isKnown = Array.from(select.options).some((option) => option.value === wanted);
      select.value = isKnown ? wanted : '';
    });
  }

  function address() {
    const query = new URLSearchParams();
    selects.forEach((select) => { if (select.value) query.set(select.name, select.value); });
    const text = query.toString();
    return location.pathname + (text ? `?${text}` : '') + location.hash;
  }

  function writeAddress(method) {
    // Pages opened from disk may not change their address in every browser; the filter works all the same.
    try { history[method](null, '', address()); } catch (error) { /* nothing to do */ }
  }

  function filter() {
    const wanted = selects.map((select) => select.value);
    let count = 0;
    rows.forEach((row) => {
      const isShown = wanted.every((value, position) => !value || value === row.values[position]);
      if (isShown) count += 1;
      if (isShown !== row.isShown) {
        row.element.hidden = !isShown;
        row.isShown = isShown;
      }
    });
    if (output) output.textContent = output.getAttribute('data-before') + count + output.getAttribute('data-after');
    if (none) none.hidden = count > 0;
    table.hidden = count === 0;
    // The counts of the whole ledger would only stand between a choice and what it found.
    if (overview) overview.hidden = wanted.some(Boolean);
    document.documentElement.removeAttribute('data-asked');
  }

  form.addEventListener('change', () => {
    filter();
    writeAddress('pushState');
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('reset', (event) => {
    // A browser's own reset would bring back what an old visit left selected.
    event.preventDefault();
    selects.forEach((select) => { select.value = ''; });
    filter();
    writeAddress('pushState');
  });
  window.addEventListener('popstate', () => {
    readAddress();
    filter();
  });

  form.hidden = false;
  readAddress();
  filter();
  writeAddress('replaceState');
})();
