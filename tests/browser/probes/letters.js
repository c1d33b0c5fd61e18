// Letters below a size, as they are seen: in a drawing, the size it was set in times its scale. Lines closer than 1.3;
// a height of "normal" is a number that the font decides, and no number here.
(least) => {
  const name = (one) => `${one.tagName.toLowerCase()}.${one.getAttribute('class')}`;
  const place = (one) => `${name(one)} in ${name(one.parentElement)}`;
  const small = new Set();
  const cramped = new Set();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    const words = texts.currentNode.textContent.trim();
    const isSeen = element.getClientRects().length && !element.closest('script, style, title, desc, option');
    if (!words || !isSeen) continue;
    const isDrawn = Boolean(element.closest('svg'));
    const {fontSize, lineHeight} = getComputedStyle(element);
    const size = parseFloat(fontSize) * (isDrawn ? element.getScreenCTM().a : 1);
    if (size < least - 0.01) small.add(`${size.toFixed(1)}px ${place(element)}: ${words.slice(0, 20)}`);
    if (!isDrawn && !(parseFloat(lineHeight) / parseFloat(fontSize) >= 1.295)) {
      cramped.add(`line of ${lineHeight} for ${fontSize}: ${place(element)}`);
    }
  }
  return [...small, ...cramped];
}
