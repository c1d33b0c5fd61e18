// The page of the search: its form, its address and its list. What was asked stands in the address, so that it can be
// shared, reloaded and gone back to. search-index.js finds and ranks.
(() => {
  'use strict';
  const form = document.querySelector('form.search-form');
  const index = window.ledgerSearch;
  const results = document.querySelector('.search-results');
  if (!form || !index || !results) return;

  const AT_ONCE = 10;
  const FIRST = 3;
  const field = form.querySelector('input');
  const selects = Array.from(form.querySelectorAll('select'));
  const status = form.querySelector('.search-count');
  const list = document.createElement('ol');
  const none = results.querySelector('.search-none');
  const more = results.querySelector('.search-more');
  // The index of pages, everything between the list and the foot of the page, and what leads into it.
  const contents = Array.from(document.querySelectorAll('.page-toc'));
  for (let next = results.nextElementSibling; next && !next.matches('.page-foot'); next = next.nextElementSibling) {
    contents.push(next);
  }
  const MASK = '▇▇';
  // Only the answer to the last question is shown.
  let question = 0;

  const say = (name, number) => form.getAttribute(`data-${name}`).replace('{n}', number);

  function element(name, style, ...parts) {
    const made = document.createElement(name);
    if (style) made.className = style;
    parts.forEach((part) => made.appendChild(typeof part === 'string' ? document.createTextNode(part) : part));
    return made;
  }

  // Marks what was found; the text itself is never read as HTML.
  function marked(text, tokens) {
    const made = document.createDocumentFragment();
    index.pieces(text, tokens).forEach(([piece, isHit]) => {
      made.appendChild(isHit ? element('mark', '', piece) : document.createTextNode(piece));
    });
    return made;
  }

  function address(text) {
    const target = form.getAttribute('data-root') + text;
    // A folder opened from disk shows no index.html by itself.
    return location.protocol === 'file:' ? target.replace(/(^|\/)(#|$)/, '$1index.html$2') : target;
  }

  function nameOf(name, id) {
    const option = Array.from(form.elements[name].options).find((one) => one.value === id);
    return option && id ? option.getAttribute('data-name') : '';
  }

  function item(entry, tokens) {
    const link = element('a', 'search-title', marked(entry.title, tokens));
    link.href = address(entry.address);
    const answer = element('span', 'search-answer');
    if (entry.figure) answer.appendChild(figure(entry.figure, tokens));
    if (entry.verdict) {
      const [id, shape, name] = entry.verdict;
      const sign = element('span', 'shape', shape);
      sign.setAttribute('aria-hidden', 'true');
      answer.appendChild(element('span', `verdict verdict-${id}`, sign, name));
    }
    // What the title says already is not said again.
    const where = ['kind', 'region', 'year', 'topic'].map((name) => nameOf(name, entry[name]))
      .filter((name) => name && entry.title.indexOf(name) < 0);
    return element('li', '', link, answer, element('span', 'aside', where.join(' · ')));
  }

  // A masked figure is a block of ink, as on every page; it says in words that it is masked.
  function figure(text, tokens) {
    const made = element('span', 'figure');
    const parts = text.split(MASK);
    if (parts.length > 1) {
      const block = element('span', 'block', MASK);
      block.setAttribute('aria-hidden', 'true');
      made.appendChild(block);
    }
    made.appendChild(marked(parts.join(''), tokens));
    return made;
  }

  function passes(hit, except) {
    return selects.every((one) => one === except || !one.value || index.property(hit.entry, one.name) === one.value);
  }

  const unasked = new Map();
  selects.forEach((select) => Array.from(select.options).forEach((option) => unasked.set(option, option.textContent)));

  function uncount() {
    unasked.forEach((text, option) => Object.assign(option, { textContent: text, disabled: false }));
  }

  // Every choice says how many it would leave.
  function count(hits) {
    selects.forEach((select) => {
      const numbers = new Map([['', 0]]);
      hits.filter((hit) => passes(hit, select)).forEach((hit) => {
        const value = index.property(hit.entry, select.name);
        numbers.set(value, (numbers.get(value) || 0) + 1);
      });
      Array.from(select.options).slice(1).forEach((option) => {
        const number = numbers.get(option.value) || 0;
        option.textContent = `${option.getAttribute('data-name')}（${number}）`;
        option.disabled = !number && !option.selected;
      });
    });
  }

  async function extend(hits, tokens) {
    const asked = question;
    const shown = list.children.length;
    // The first ones need not wait for the others.
    const parts = [hits.slice(shown, shown + FIRST), hits.slice(shown + FIRST, shown + AT_ONCE)]
      .map((part) => index.texts(part.map((hit) => hit.entry)));
    for (const part of parts) {
      const entries = await part;
      if (asked !== question) return;
      entries.forEach((entry) => list.appendChild(item(entry, tokens)));
    }
    more.hidden = list.children.length >= hits.length;
    more.firstElementChild.onclick = () => {
      const next = list.children.length;
      extend(hits, tokens).then(() => list.children[next].querySelector('a').focus()).catch(fail);
    };
  }

  function summary(hits) {
    const whole = hits.filter((hit) => hit.isWhole).length;
    if (!whole && hits.length) return say('near', hits.length);
    return say('found', whole) + (hits.length > whole ? say('also', hits.length - whole) : '');
  }

  function showContents(isShown) {
    contents.forEach((one) => { one.hidden = !isShown; });
    if (isShown) document.documentElement.removeAttribute('data-asked');
  }

  function fail() {
    status.textContent = say('broken');
    showContents(true);
  }

  async function search() {
    question += 1;
    const asked = question;
    const query = field.value.trim();
    list.textContent = '';
    const isIdle = !query && selects.every((select) => !select.value);
    results.hidden = isIdle;
    showContents(isIdle);
    none.hidden = true;
    more.hidden = true;
    status.textContent = isIdle ? '' : say('waiting');
    if (isIdle) uncount();
    if (isIdle) return;
    const found = await (query ? index.find(query) : index.everything());
    if (asked !== question) return;
    const hits = found.hits.filter((hit) => passes(hit, null));
    count(found.hits);
    if (hits.length) await extend(hits, found.tokens);
    if (asked !== question) return;
    status.textContent = summary(hits);
    none.hidden = hits.length > 0;
    showContents(!hits.length);
  }

  function readAddress() {
    const asked = new URLSearchParams(location.search);
    field.value = asked.get('q') || '';
    selects.forEach((select) => {
      const wanted = asked.get(select.name);
      select.value = Array.from(select.options).some((option) => option.value === wanted) ? wanted : '';
    });
  }

  function writeAddress() {
    const asked = new URLSearchParams();
    [field].concat(selects).forEach((one) => { if (one.value.trim()) asked.set(one.name, one.value.trim()); });
    const text = asked.toString() ? `?${asked}` : '';
    // Pages opened from disk may not change their address in every browser; the search works all the same.
    try { if (text !== location.search) history.pushState(null, '', location.pathname + text); } catch (error) { /* nothing to do */ }
  }

  function ask() {
    // What moves now, the reader moves: no place has to be kept free any more.
    document.documentElement.removeAttribute('data-asked');
    writeAddress();
    search().catch(fail);
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    ask();
  });
  form.querySelector('.search-line button').addEventListener('click', ask);
  selects.forEach((select) => select.addEventListener('change', ask));
  // Whoever begins to type will search: the first part of the index is on its way by then.
  field.addEventListener('input', () => { index.start().catch(() => {}); }, { once: true });
  window.addEventListener('popstate', () => {
    readAddress();
    search().catch(fail);
  });

  // A page may hold no empty list.
  results.insertBefore(list, results.firstChild);
  form.hidden = false;
  readAddress();
  if (location.search) search().catch(fail);
  else field.focus();
})();
