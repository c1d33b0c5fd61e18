// Texts that do not fit their places once letters, words, lines and paragraphs are set as far apart as WCAG 1.4.12 says.
() => {
  for (const one of document.querySelectorAll('body *')) {
    if (one.closest('svg')) continue;
    one.style.setProperty('line-height', '1.5', 'important');
    one.style.setProperty('letter-spacing', '0.12em', 'important');
    one.style.setProperty('word-spacing', '0.16em', 'important');
    if (one.tagName === 'P') one.style.setProperty('margin-bottom', '2em', 'important');
  }
  const {scrollWidth, clientWidth} = document.documentElement;
  const cuts = (one) => {
    const {overflowX, overflowY} = getComputedStyle(one);
    // One pixel is for programs that read aloud.
    if (one.clientWidth <= 1 || one.closest('svg')) return false;
    return (['hidden', 'clip'].includes(overflowY) && one.scrollHeight > one.clientHeight + 1) ||
      (['hidden', 'clip'].includes(overflowX) && one.scrollWidth > one.clientWidth + 1);
  };
  const seen = (one) => one.checkVisibility({visibilityProperty: true});
  const cut = [...document.querySelectorAll('body *')].filter((one) => seen(one) && cuts(one));
  return [
    ...(scrollWidth > clientWidth ? [`${scrollWidth} > ${clientWidth}`] : []),
    ...new Set(cut.map((one) => `${one.tagName.toLowerCase()}.${one.className}`)),
  ];
}
