// A folder opened from disk has no server that would show index.html for an address ending in "/" (appearance.js loads
// this only there).
(function () {
  'use strict';

  function complete(link) {
    const written = link.getAttribute('href');
    const isBare = /(^|\/)\.{0,2}$/.test(written.replace(/[?#].*$/, ''));
    const isHere = /^[?#]/.test(written);
    if (isBare && !isHere && link.protocol === 'file:') {
      link.pathname = link.pathname.replace(/\/?$/, '/index.html');
    }
  }

  function completeAll() { document.querySelectorAll('a[href]').forEach(complete); }

  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', completeAll);
  else completeAll();
  // Links that a script adds later are completed when they are used.
  document.addEventListener('click', function (event) {
    const link = event.target.closest('a[href]');
    if (link) complete(link);
  }, true);
})();
