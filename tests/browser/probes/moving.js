// What moves, by itself or on its way from one look to another.
() => [...document.querySelectorAll('*')].filter((one) => {
  const {animationName, transitionDuration} = getComputedStyle(one);
  return animationName !== 'none' || transitionDuration.split(', ').some((time) => parseFloat(time) > 0);
}).map((one) => `${one.tagName.toLowerCase()}.${one.className}`)
