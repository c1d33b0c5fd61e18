// Puts the focus before everything, also where a page has given it to one of its fields.
() => {
  document.body.tabIndex = -1;
  document.body.focus();
  document.body.removeAttribute('tabindex');
}
