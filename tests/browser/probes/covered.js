// What has the focus while something else covers all of it.
() => {
  const one = document.activeElement;
  const boxes = [...one.getClientRects()].filter((box) => box.width > 1 && box.height > 1);
  if (one === document.body || one.matches('input[type=checkbox]')) return [];
  const isOnTop = (box) => [0.1, 0.5, 0.9].some((part) => {
    // The middle of what of it is in the window.
    const middle = (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2;
    const top = document.elementFromPoint(Math.min(box.left + box.width * part, innerWidth - 1), middle);
    return top && (one.contains(top) || top.contains(one));
  });
  return boxes.some(isOnTop) ? [] : [`${one.tagName.toLowerCase()}.${one.className} ${one.textContent.trim().slice(0, 20)}`];
}
