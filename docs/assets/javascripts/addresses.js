// A folder opened from disk has no server that would show index.html for an address ending in "/".
(() => {
  'use strict';
  if (location.protocol !== 'file:') return;
  document.querySelectorAll('a[href]').forEach((link) => {
    const isBare = /(^|\/)\.{0,2}$/.test(link.getAttribute('href').replace(/[?#].*$/, ''));
    const isHere = /^[?#]/.test(link.getAttribute('href'));
    if (isBare && !isHere && link.protocol === 'file:') {
      link.pathname = link.pathname.replace(/\/?$/, '/index.html');
    }
  });
})();
