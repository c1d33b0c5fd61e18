// What has to be settled before anything is painted: dark colours and large type, by the system until the reader
// chooses, and remembered.
(() => {
  'use strict';
  const root = document.documentElement;
  const DARK = 'slate';

  function recall(name) {
    try { return localStorage.getItem(`ledger.${name}`); } catch (error) { return null; }
  }

  function remember(name, value) {
    try { localStorage.setItem(`ledger.${name}`, value); } catch (error) { /* private mode: holds for this page only */ }
  }

  function show(scheme, text) {
    // The attribute is the theme's; it stands on body as well for style sheets and scripts that look for it there.
    root.setAttribute('data-md-color-scheme', scheme);
    if (document.body) document.body.setAttribute('data-md-color-scheme', scheme);
    root.setAttribute('data-text-size', text);
    document.querySelectorAll('[data-appearance]').forEach((button) => {
      const isPressed = button.getAttribute('data-appearance') === 'text' ? text === 'large' : scheme === DARK;
      button.setAttribute('aria-pressed', String(isPressed));
    });
  }

  let scheme = recall('scheme') || (matchMedia('(prefers-color-scheme: dark)').matches ? DARK : 'default');
  let text = recall('text') || 'normal';
  root.classList.remove('no-js');
  // A page that was asked for a choice of its list does not begin with what concerns all of it (see tracker.js).
  if (location.search) root.setAttribute('data-asked', '');
  show(scheme, text);

  document.addEventListener('DOMContentLoaded', () => {
    show(scheme, text);
    document.querySelectorAll('[data-page-address]').forEach((place) => { place.textContent = location.href; });
  });

  document.addEventListener('click', (event) => {
    const button = event.target.closest && event.target.closest('[data-appearance]');
    if (!button) return;
    if (button.getAttribute('data-appearance') === 'text') {
      text = text === 'large' ? 'normal' : 'large';
      remember('text', text);
    } else {
      scheme = scheme === DARK ? 'default' : DARK;
      remember('scheme', scheme);
    }
    show(scheme, text);
  });
})();
