// Targets below a size that are no link among other words: WCAG 2.2 exempts those in 2.5.8, since the line of text
// decides their height. Beside such a link there must be words of the same block, more than one sign of them.
(least) => {
  const kinds = 'a[href], button, select, input, summary, label, [tabindex="0"]:not([role=region])';
  const name = (one) => `${one.tagName.toLowerCase()}.${one.className}`;
  const block = (one) => getComputedStyle(one).display === 'inline' ? block(one.parentElement) : one;
  const length = (one) => one.textContent.replace(/\s+/g, '').length;
  const isAmongWords = (one) => getComputedStyle(one).display === 'inline' && length(block(one)) - length(one) >= 2;
  // Off the page until it is focused, as the link to the text is; or a box whose label is the target.
  const isElsewhere = (one, box) => box.right <= 0 || box.bottom + scrollY <= 0 || (one.labels || []).length > 0;
  const small = new Map();
  for (const one of document.querySelectorAll(kinds)) {
    if (!one.checkVisibility({visibilityProperty: true, opacityProperty: true}) || isAmongWords(one)) continue;
    const box = one.getBoundingClientRect();
    const isLarge = box.height >= least - 0.5 && box.width >= 44 - 0.5;
    if (isLarge || isElsewhere(one, box)) continue;
    const key = `${name(one)} in ${name(one.parentElement)}`;
    const size = `${box.width.toFixed(0)}x${box.height.toFixed(0)} ${one.textContent.trim().slice(0, 12)}`;
    small.set(key, [...(small.get(key) || []), size]);
  }
  return [...small].map(([key, sizes]) => `${key}: ${sizes.length} (${sizes[0]})`);
}
