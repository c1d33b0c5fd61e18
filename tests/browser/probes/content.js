// What a page shows apart from what only works by a script: its words, links, number of tables and drawings.
() => {
  const main = document.querySelector('main');
  const controls = main.querySelectorAll('form, button, [role=status], .needs-script');
  for (const one of controls) one.style.setProperty('display', 'none', 'important');
  for (const one of main.querySelectorAll('details')) one.open = true;
  const seen = (one) => one.checkVisibility({visibilityProperty: true, opacityProperty: true});
  const count = (kind) => [...document.querySelectorAll(kind)].filter(seen).length;
  const words = (one) => one.textContent.replace(/\s+/g, '');
  const kinds = 'h1, h2, h3, p, li, td, th, dt, dd, caption, figcaption, summary';
  const links = [...document.querySelectorAll('a[href]')].filter(seen);
  return {
    words: [...new Set([...main.querySelectorAll(kinds)].filter(seen).map(words))].filter(Boolean),
    links: [...new Set(links.map((one) => one.href))],
    tables: count('table'),
    drawings: count('svg[role=img]'),
  };
}
