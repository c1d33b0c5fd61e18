// What does not fit the sheet, or is cut off in a part of it.
() => {
  const name = (one) => `${one.tagName.toLowerCase()}.${one.className}`;
  const seen = (one) => one.checkVisibility();
  // One pixel is for programs that read aloud, not for paper.
  const cuts = (one) => getComputedStyle(one).overflowX !== 'visible' && one.clientWidth > 1 &&
    one.scrollWidth > one.clientWidth + 1;
  const wide = [...document.querySelectorAll('main *')]
    .filter((one) => seen(one) && !one.closest('svg') && cuts(one));
  const out = [...document.querySelectorAll('table, svg, p, dl, ul')].filter((one) => seen(one) &&
    one.getBoundingClientRect().right > document.documentElement.clientWidth + 1);
  return [...new Set([...wide, ...out].map((one) =>
    `${name(one)} in ${name(one.parentElement)}: ${Math.round(one.getBoundingClientRect().right)}`))];
}
