// Notes what the focus goes to from now on, and what of it does not show.
() => {
  const looks = ['outlineStyle', 'outlineWidth', 'outlineColor', 'boxShadow', 'backgroundColor', 'borderColor',
    'color', 'textDecorationLine', 'textDecorationThickness'];
  const told = (one) => [one, ...(one.labels || [])];
  const look = (one) => told(one).map((part) => looks.map((name) => getComputedStyle(part)[name]).join()).join();
  const kinds = 'a[href], button, input, select, textarea, summary, [tabindex]';
  const seen = (one) => one.checkVisibility({visibilityProperty: true});
  const all = [...document.querySelectorAll(kinds)].filter((one) => one.tabIndex >= 0 && !one.disabled && seen(one));
  const words = (one) => one.textContent || one.getAttribute('aria-label') || one.name || '';
  const name = (one) => one ? `${one.tagName.toLowerCase()}${one.id ? '#' + one.id : ''}.${one.className} ${
    words(one).trim().replace(/\s+/g, ' ').slice(0, 30)}` : '';
  const before = new Map(all.map((one) => [one, look(one)]));
  const watched = {reached: [], unseen: [], hidden: [], extra: []};
  document.addEventListener('focusin', ({target}) => {
    watched.reached.push(all.indexOf(target));
    if (!before.has(target)) watched.extra.push(name(target));
    else if (look(target) === before.get(target)) watched.unseen.push(name(target));
    requestAnimationFrame(() => {
      if (document.activeElement !== target) return;
      const box = told(target).map((part) => part.getBoundingClientRect()).find((part) => part.width > 1);
      const isBeside = !box || box.right <= 0 || box.left >= innerWidth;
      if (isBeside || box.bottom <= 0 || box.top >= innerHeight) watched.hidden.push(name(target));
    });
  });
  window.watched = watched;
  window.named = (place) => name(all[place]);
  return all.length;
}
