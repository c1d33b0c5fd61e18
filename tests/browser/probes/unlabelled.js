// What scrolls sideways by itself but cannot be reached by keyboard or does not say what it is.
() => [...document.body.querySelectorAll('*')].filter((one) => {
  const scrolls = ['auto', 'scroll'].includes(getComputedStyle(one).overflowX);
  const isTold = one.tabIndex >= 0 && one.matches('[role=region][aria-label], [role=region][aria-labelledby]');
  return scrolls && one.scrollWidth > one.clientWidth + 1 && !isTold;
}).map((one) => `${one.tagName.toLowerCase()}.${one.className} in ${one.parentElement.className}`)
