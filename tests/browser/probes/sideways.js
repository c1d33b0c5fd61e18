// What makes the page wider than its window, without what only stands in such a thing or scrolls by itself.
() => {
  const {scrollWidth, clientWidth} = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const scrolls = (one) => ['auto', 'scroll', 'hidden'].includes(getComputedStyle(one).overflowX);
  const isInside = (one) => {
    for (let up = one.parentElement; up && up !== document.body; up = up.parentElement) if (scrolls(up)) return true;
    return false;
  };
  const name = (one) => `${one.tagName.toLowerCase()}#${one.id}.${one.getAttribute('class')}`;
  const out = [...document.body.querySelectorAll('*')]
    .filter((one) => one.getBoundingClientRect().right > clientWidth + 0.5 && !isInside(one));
  const inner = out.filter((one) => !out.some((other) => other !== one && one.contains(other)));
  return [`${scrollWidth} > ${clientWidth}`, ...new Set(inner.map(name))];
}
