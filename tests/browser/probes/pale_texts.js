// Texts with too little contrast with what is behind them: WCAG 2 wants 4.5, and 3 for large type.
() => {
  const parse = (colour) => {
    const [red, green, blue, alpha = 1] = colour.match(/[\d.]+/g).map(Number);
    return {rgb: [red, green, blue], alpha};
  };
  const luminance = ({rgb}) => {
    const [red, green, blue] = rgb.map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  // The last shape of the drawing that was painted below the middle of a text.
  const drawnBehind = (text) => {
    const box = text.getBoundingClientRect();
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    let colour = null;
    for (const shape of text.ownerSVGElement.querySelectorAll('rect, path, circle, text')) {
      if (shape === text) break;
      if (shape.tagName === 'text') continue;
      const {left, right, top, bottom} = shape.getBoundingClientRect();
      const fill = getComputedStyle(shape).fill;
      const isFilled = fill.startsWith('rgb') && parse(fill).alpha > 0;
      if (isFilled && left <= x && x <= right && top <= y && y <= bottom) colour = parse(fill);
    }
    return colour;
  };
  const behind = (element) => {
    const drawn = element.closest('text') && drawnBehind(element.closest('text'));
    if (drawn) return drawn;
    for (let place = element; place; place = place.parentElement) {
      const colour = parse(getComputedStyle(place).backgroundColor);
      if (colour.alpha > 0) return colour;
    }
    return parse('rgb(255, 255, 255)');
  };
  const pale = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    const words = texts.currentNode.textContent.trim();
    const isSeen = element.getClientRects().length && !element.closest('script, style, title, desc');
    if (!words || !isSeen) continue;
    const style = getComputedStyle(element);
    const ink = parse(element.closest('text') ? style.fill : style.color);
    const [one, other] = [luminance(ink), luminance(behind(element))].sort((a, b) => b - a);
    const ratio = (one + 0.05) / (other + 0.05);
    const size = parseFloat(style.fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    // A mask is a block in one colour: its sign is not to be read.
    const isBlock = element.closest('[aria-hidden=true]') && ratio === 1;
    if (ratio < (isLarge ? 3 : 4.5) && !isBlock) {
      pale.push(`${ratio.toFixed(2)} ${element.tagName}.${element.getAttribute('class')} ${words.slice(0, 30)}`);
    }
  }
  return [...new Set(pale)];
}
