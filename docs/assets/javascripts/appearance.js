// What has to be settled before anything is painted: dark colours and large type, as the reader chose them last time.
// Without this file the system's scheme holds, and the checkbox of large type works for the page.
(function () {
  'use strict';
  const root = document.documentElement;
  const large = document.getElementById('large-type');
  const systemIsDark = matchMedia('(prefers-color-scheme: dark)');

  function recall(name) {
    try { return localStorage.getItem('ledger.' + name); } catch (error) { return null; }
  }

  function remember(name, value) {
    try { localStorage.setItem('ledger.' + name, value); } catch (error) { /* private mode: holds for this page only */ }
  }

  function isDark() {
    const chosen = root.getAttribute('data-scheme');
    return chosen ? chosen === 'dark' : systemIsDark.matches;
  }

  function showScheme(scheme) {
    if (scheme === 'dark' || scheme === 'light') root.setAttribute('data-scheme', scheme);
    document.querySelectorAll('[data-appearance="scheme"]').forEach(function (button) {
      button.setAttribute('aria-pressed', String(isDark()));
    });
  }

  root.classList.remove('no-js');
  // A page that was asked for a choice of its list does not begin with what concerns all of it (see tracker.js).
  if (location.search) root.setAttribute('data-asked', '');
  large.checked = recall('text') === 'large';
  showScheme(recall('scheme'));

  if (location.protocol === 'file:') {
    const script = document.createElement('script');
    script.src = document.currentScript.src.replace('appearance', 'addresses');
    document.head.appendChild(script);
  }

  // A form that is still hidden has no script that would show what was asked for: then the whole page is the answer.
  window.addEventListener('load', function () {
    if (document.querySelector('main form[hidden]')) root.removeAttribute('data-asked');
  });

  large.addEventListener('change', function () { remember('text', large.checked ? 'large' : 'normal'); });

  document.addEventListener('DOMContentLoaded', function () {
    showScheme();
    document.querySelectorAll('[data-page-address]').forEach(function (place) { place.textContent = location.href; });
  });

  document.addEventListener('click', function (event) {
    if (!event.target.closest || !event.target.closest('[data-appearance="scheme"]')) return;
    const scheme = isDark() ? 'light' : 'dark';
    remember('scheme', scheme);
    showScheme(scheme);
  });
})();
