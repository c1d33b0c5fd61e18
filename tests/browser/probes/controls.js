// What can be used on a screen only. The head of a column stays, also where it is a button for the screen, and so does a
// word of a sentence that opens its explanation.
() => [...document.querySelectorAll('button, input, select, label, summary, nav')]
  .filter((one) => one.checkVisibility({visibilityProperty: true}) && !one.closest('th, main nav, .term'))
  .map((one) => one.outerHTML.slice(0, 80))
