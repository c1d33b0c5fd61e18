// How far things jumped while the page was loading.
() => new Promise((resolve) => {
  const add = (sum, entry) => sum + entry.value;
  new PerformanceObserver((list) => resolve(list.getEntries().reduce(add, 0)))
    .observe({type: 'layout-shift', buffered: true});
  setTimeout(() => resolve(0), 200);
})
