// Tells what went wrong since watch_focus.js.
(number) => {
  const {reached, unseen, hidden, extra} = window.watched;
  const wrong = [...Array(number).keys()].filter((place) => reached[place] !== place).slice(0, 5);
  const kinds = (names) => [...new Set(names.map((name) => name.split(' ')[0]))];
  return {
    'not reached in order': wrong.map((place) => `${window.named(place)} ← ${window.named(reached[place])}`),
    'focus does not show': kinds(unseen),
    'focused out of sight': kinds(hidden),
    'reached but not for use': kinds(extra),
    // From the end the next is the window itself or, in a window without a frame, the beginning.
    'no way out': reached.slice(number).filter((place) => place !== 0).map((place) => window.named(place)),
  };
}
