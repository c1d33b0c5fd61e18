// Reloads this page when what it shows has changed. Only a preview has this file.
(function () {
  'use strict';
  const seen = document.currentScript.dataset.seen;
  const key = 'preview.scroll ' + location.pathname;
  const isSheet = document.querySelector('.preview-sheet') !== null;

  // The browser would take the reader to where the page of problems was left.
  if (isSheet) history.scrollRestoration = 'manual';
  else window.addEventListener('pagehide', function () { history.scrollRestoration = 'auto'; });

  // Where the reader was before the content was wrong for a while.
  function recall() {
    try {
      const place = sessionStorage.getItem(key);
      if (place !== null && !isSheet) {
        sessionStorage.removeItem(key);
        window.scrollTo(0, Number(place));
      }
    } catch (error) { /* private mode */ }
  }

  function reload() {
    try {
      if (!isSheet) sessionStorage.setItem(key, String(window.scrollY));
    } catch (error) { /* private mode */ }
    location.reload();
  }

  function later(seconds) { setTimeout(ask, 1000 * seconds); }

  function ask() {
    // A page that nobody sees does not keep the program busy; it asks when it is seen again.
    if (document.hidden) return;
    fetch('/.preview/changes?page=' + encodeURIComponent(location.pathname) + '&seen=' + seen)
      .then(function (answer) { return answer.json(); })
      .then(function (found) { if (found.changed) reload(); else later(0); })
      .catch(function () { later(1); });
  }

  document.addEventListener('visibilitychange', function () { if (!document.hidden) ask(); });
  window.addEventListener('load', function () { recall(); ask(); });
})();
