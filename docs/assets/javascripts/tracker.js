// The filter of the list of commitments. Its state is the address, so that it can be shared, reloaded and gone back to.
// Whether the list stands on this page or on several, what is found is drawn from one file of columns, a part at a time.
(() => {
  'use strict';
  const form = document.querySelector('form.tracker-filter');
  const whole = document.querySelector('.tracker-whole');
  const found = document.querySelector('.tracker-found');
  if (!form || !whole || !found) return;

  const MASK = '▇▇';
  const COUNT = /\d+(?=\D*$)/;
  const root = document.documentElement;
  const selects = Array.from(form.querySelectorAll('select'));
  const output = form.querySelector('output');
  const unfold = form.querySelector('.tracker-unfold');
  const asked = found.querySelector('.tracker-asked');
  const none = found.querySelector('.tracker-none');
  const heads = found.querySelector('.tracker-heads');
  const list = document.createElement('ol');
  const more = found.querySelector('.tracker-more');
  const overview = document.querySelector('.verdict-bar');
  // As many rows as fill the highest screen; the others follow once these are painted.
  const SCREEN = 12;
  const step = Number(found.getAttribute('data-step'));
  const everything = output.textContent;

  list.className = 'tracker';
  // Without their signs, some browsers no longer call the rows a list.
  list.setAttribute('role', 'list');
  found.insertBefore(list, more);

  let data = null;
  let script = null;
  let matches = [];
  let drawn = 0;
  let asking = 0;
  // What each choice says around its number, and the number it says now: the page is not read again for it.
  const choices = selects.map((select) => Array.from(select.options).map((option) => {
    const [before, after] = option.textContent.split(COUNT);
    return { option, before, after, number: null };
  }));

  // The columns ---------------------------------------------------------------------------------------------------

  // A script and not a request: pages opened from disk may load the one, but not the other.
  function load() {
    if (script) return;
    script = document.createElement('script');
    script.src = form.getAttribute('data-rows');
    script.addEventListener('error', fail);
    document.head.append(script);
  }

  function fail() {
    script.remove();
    script = null;
    if (!isAsked()) return;
    show(false);
    say(output, output.getAttribute('data-failed'));
  }

  window.ledgerTracker = (columns) => {
    data = columns;
    data.count = data.text.length;
    filter();
  };

  function wanted() {
    return selects.map((select) => (select.value ? data.filters[select.name].ids.indexOf(select.value) : -1));
  }

  // One pass: a promise that misses a single choice is what another choice in its place would find.
  function search() {
    const columns = selects.map((select) => data.filters[select.name].column);
    const counts = selects.map((select) => new Array(data.filters[select.name].ids.length).fill(0));
    const wants = wanted();
    const hits = [];
    for (let row = 0; row < data.count; row += 1) {
      let missed = -1;
      let misses = 0;
      for (let place = 0; place < columns.length && misses < 2; place += 1) {
        if (wants[place] >= 0 && columns[place][row] !== wants[place]) {
          missed = place;
          misses += 1;
        }
      }
      if (misses === 0) {
        hits.push(row);
        for (let place = 0; place < columns.length; place += 1) counts[place][columns[place][row]] += 1;
      } else if (misses === 1) counts[missed][columns[missed][row]] += 1;
    }
    return { hits, counts };
  }

  // What is said and drawn ----------------------------------------------------------------------------------------

  function say(place, words) {
    if (place.textContent !== words) place.textContent = words;
  }

  function recount(counts) {
    selects.forEach((select, place) => {
      const { ids } = data.filters[select.name];
      const chosen = select.value;
      choices[place].forEach((choice) => {
        const { value } = choice.option;
        const number = value
          ? counts[place][ids.indexOf(value)]
          : counts[place].reduce((sum, one) => sum + one, 0);
        const isDisabled = number === 0 && value !== chosen && value !== '';
        if (choice.number !== number) choice.option.textContent = choice.before + number + choice.after;
        if (choice.option.disabled !== isDisabled) choice.option.disabled = isDisabled;
        choice.number = number;
      });
    });
  }

  function question() {
    return selects.filter((select) => select.value).map((select) => {
      const option = select.options[select.selectedIndex];
      return `${select.labels[0].firstChild.textContent.trim()} ${option.textContent.replace(/（\d+）$/, '')}`;
    });
  }

  function make(name, kind, words) {
    const element = document.createElement(name);
    if (kind) element.className = kind;
    write(element, words);
    return element;
  }

  function write(place, words) {
    words.split(MASK).forEach((part, position) => {
      if (position) {
        const block = document.createElement('span');
        block.className = 'block';
        block.textContent = MASK;
        block.setAttribute('aria-hidden', 'true');
        const unseen = document.createElement('span');
        unseen.className = 'unseen';
        unseen.textContent = data.words.masked;
        place.append(block, unseen);
      }
      place.append(part);
    });
  }

  function link(address, words) {
    const element = make('a', '', words);
    // A folder on disk has no server that would show index.html for an address ending in "/".
    const name = location.protocol === 'file:' ? address.replace(/\/(?=#|$)/, '/index.html') : address;
    element.setAttribute('href', data.root + name);
    return element;
  }

  function choice(name, row) {
    const { ids, names, column } = data.filters[name];
    return { id: ids[column[row]], name: names[column[row]] };
  }

  function result(row) {
    const element = document.createElement('div');
    const words = data.outcome[row];
    if (data.origin[row]) element.append(link(data.origin[row], words));
    else element.append(words);
    if (data.margin[row]) element.append(` ${data.margin[row]}`, make('span', 'derived', data.words.derived));
    data.flags[row].split(' ').filter(Boolean).forEach((id) => {
      const isRepaired = id === 'repaired';
      element.append(' ', isRepaired
        ? make('span', 'tracker-repaired', data.words.repaired) : make('span', `flag flag-${id}`, data.flagNames[id]));
    });
    return element;
  }

  function sign(row) {
    const verdict = choice('verdict', row);
    const element = make('span', `verdict verdict-${verdict.id}`, '');
    const shape = make('span', 'shape', data.shapes[verdict.id]);
    shape.setAttribute('aria-hidden', 'true');
    element.append(shape, verdict.name);
    return element;
  }

  function entry(row) {
    const element = document.createElement('li');
    const place = ['region', 'year', 'topic'].map((name) => choice(name, row).name);
    const about = data.about[row] ? [...place, data.about[row]] : place;
    const small = make('small', '', about.join(' · '));
    if (data.draft && data.draft[row]) small.prepend(make('span', 'draft', data.draft[row].trim()), ' · ');
    element.append(link(data.address[row], data.text[row]), small);
    if (data.outcome[row] || data.flags[row]) element.append(result(row));
    element.append(sign(row));
    return element;
  }

  function draw(end) {
    const fragment = document.createDocumentFragment();
    matches.slice(drawn, end).forEach((row) => fragment.append(entry(row)));
    list.append(fragment);
    drawn = Math.min(Math.max(end, drawn), matches.length);
    more.hidden = drawn === matches.length;
  }

  function drawScreen() {
    const now = asking;
    const kept = history.state && history.state.shown;
    // Whoever comes back finds the place again: the browser looks for it at once.
    if (kept) draw(kept);
    else if (step <= SCREEN) draw(step);
    else {
      draw(SCREEN);
      more.hidden = true;
      requestAnimationFrame(() => setTimeout(() => { if (now === asking) draw(step); }));
    }
  }

  // The filter ----------------------------------------------------------------------------------------------------

  function isAsked() {
    return selects.some((select) => select.value);
  }

  function show(isFiltered) {
    found.hidden = !isFiltered;
    whole.hidden = isFiltered;
    // The counts of the whole ledger would only stand between a choice and what it found.
    if (overview) overview.hidden = isFiltered;
    if (!isFiltered) root.removeAttribute('data-asked');
  }

  function filter() {
    show(isAsked());
    list.textContent = '';
    drawn = 0;
    asking += 1;
    if (!data) {
      if (isAsked()) load();
      none.hidden = true;
      heads.hidden = true;
      more.hidden = true;
      say(output, isAsked() ? output.getAttribute('data-loading') : everything);
      return;
    }
    const { hits, counts } = search();
    matches = hits;
    recount(counts);
    say(output, output.getAttribute('data-before') + hits.length + output.getAttribute('data-after'));
    say(asked, question().join(' · '));
    none.hidden = hits.length > 0;
    heads.hidden = hits.length === 0;
    if (isAsked()) drawScreen();
  }

  // The address ---------------------------------------------------------------------------------------------------

  function readAddress() {
    const query = new URLSearchParams(location.search);
    selects.forEach((select) => {
      const value = query.get(select.name);
      const isKnown = Array.from(select.options).some((option) => option.value === value);
      select.value = isKnown ? value : '';
    });
  }

  function address() {
    const query = new URLSearchParams();
    selects.forEach((select) => { if (select.value) query.set(select.name, select.value); });
    const text = query.toString();
    return location.pathname + (text ? `?${text}` : '') + location.hash;
  }

  function writeAddress(method, state) {
    // Pages opened from disk may not change their address in every browser; the filter works all the same.
    try { history[method](state, '', address()); } catch (error) { /* nothing to do */ }
  }

  function choose() {
    // The place kept free for what an address asks for is needed no more: what moves now, the reader moves.
    root.removeAttribute('data-asked');
    writeAddress('pushState', null);
    filter();
  }

  form.addEventListener('change', choose);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('reset', (event) => {
    // A browser's own reset would bring back what an old visit left selected.
    event.preventDefault();
    selects.forEach((select) => { select.value = ''; });
    choose();
  });
  unfold.addEventListener('click', () => {
    const isUnfolded = form.classList.toggle('is-unfolded');
    unfold.setAttribute('aria-expanded', String(isUnfolded));
  });
  form.addEventListener('focusin', load);
  form.addEventListener('pointerenter', load);
  more.addEventListener('click', () => {
    const next = drawn;
    draw(drawn + step);
    writeAddress('replaceState', { shown: drawn });
    list.children[next].querySelector('a').focus();
  });
  window.addEventListener('popstate', () => {
    readAddress();
    filter();
  });
  window.addEventListener('beforeprint', () => { if (isAsked() && data) draw(matches.length); });

  form.hidden = false;
  readAddress();
  filter();
  writeAddress('replaceState', history.state);
})();
