// The index of the search: loads the parts that a query needs as plain scripts, which a strict policy and a folder
// opened from disk allow, and ranks what it finds. Cuts text by the same rules as hooks/ledger/search/tokens.py.
(() => {
  'use strict';
  const form = document.querySelector('form.search-form');
  if (!form) return;

  const VERSION = form.getAttribute('data-version');
  // Said by the page, so that the words of a query need not wait for the first file.
  const WORD_FILES = Number(form.getAttribute('data-word-files'));
  const STEP = 16;
  // A single character tells much less than a pair, and is asked only where the pairs do not fit.
  const LETTER = 0.5;
  // Three characters in a row are worth more than two pairs that each stand somewhere.
  const CHAIN = 1;
  // How much of what the best hit covers another must cover to be shown.
  const ENOUGH = 0.6;
  // Where fewer than these have all of the query, those that come nearest are shown after them.
  const FEW = 3;
  const arrived = new Map();
  const asked = new Map();

  // Every part of the index calls this.
  window.ledgerSearch = (name, key, value) => { arrived.set(`${name}-${key}`, value); };

  function load(name, key) {
    const id = `${name}-${key}`;
    if (!asked.has(id)) {
      asked.set(id, new Promise((resolve, reject) => {
        const script = document.createElement('script');
        script.src = `${name === 'start' ? name : id}.js?v=${VERSION}`;
        script.onload = () => resolve(arrived.get(id));
        script.onerror = () => {
          // So that the next try asks again.
          asked.delete(id);
          script.remove();
          reject(new Error(id));
        };
        document.head.appendChild(script);
      }));
    }
    return asked.get(id);
  }

  function cut(text) {
    const plain = text.normalize('NFKC').toLowerCase()
      .replace(/([0-9]{4})年度?/g, '$1 ').replace(/([0-9]),(?=[0-9]{3})/g, '$1');
    const words = new Set();
    const letters = new Set();
    const chains = new Set();
    (plain.match(/[0-9]+(?:\.[0-9]+)?%?|[a-z]+|[\u3400-\u9fff]+/g) || []).forEach((run) => {
      if (run < '\u3400') {
        words.add(run.replace('%', ''));
        words.add(run);
        return;
      }
      if (run.length === 1) words.add(run);
      for (let place = 0; place + 1 < run.length; place += 1) words.add(run.slice(place, place + 2));
      for (let place = 0; place + 2 < run.length; place += 1) chains.add(run.slice(place, place + 3));
      Array.from(run).forEach((letter) => letters.add(letter));
    });
    return {
      words: Array.from(words),
      letters: Array.from(letters).filter((letter) => !words.has(letter)),
      chains: Array.from(chains),
    };
  }

  function fileOf(token) {
    const first = token.charCodeAt(0);
    if (first >= 0x3400) return first % WORD_FILES;
    let total = 0;
    for (let place = 0; place < token.length; place += 1) total = (total * 31 + token.charCodeAt(place)) % 65521;
    return total % WORD_FILES;
  }

  // Which kind, region, year and topic each entry has, by position.
  let properties = null;
  async function start() {
    const value = await load('start', 0);
    if (!properties) {
      properties = [];
      value.groups.forEach(([kind, region, year, topic, number]) => {
        const shared = {
          kind: value.kinds[kind][0],
          region: region < 0 ? '' : value.regions[region][0],
          year: year ? String(year) : '',
          topic: topic < 0 ? '' : value.topics[topic][0],
        };
        for (let count = 0; count < number; count += 1) properties.push(shared);
      });
    }
    return value;
  }

  // Adds to the score of every entry that has a token, and to what of the query it covers.
  function weigh(tokens, factor, shards, value, scores, covered) {
    let total = 0;
    tokens.forEach((token) => {
      const found = shards.get(fileOf(token))[token];
      // Every object has a "constructor", which is no posting.
      const posting = Array.isArray(found) ? found : [value.rarest];
      const rarity = posting[0] * factor;
      total += rarity;
      let entry = -1;
      for (let place = 1; place < posting.length; place += 1) {
        entry += Math.floor(posting[place] / STEP);
        scores.set(entry, (scores.get(entry) || 0) + rarity * (posting[place] % STEP));
        covered.set(entry, (covered.get(entry) || 0) + rarity);
      }
    });
    return total;
  }

  // Resolves to entries by their positions, best first, each with whether it has all of the query, and to the tokens
  // that were looked up.
  async function find(query) {
    const { words, letters, chains } = cut(query);
    const keys = Array.from(new Set(words.concat(letters).map(fileOf)));
    const [value, ...files] = await Promise.all([start()].concat(keys.map((key) => load('words', key))));
    const shards = new Map(keys.map((key, place) => [key, files[place]]));
    const scores = new Map();
    const covered = new Map();
    let total = weigh(words, 1, shards, value, scores, covered);
    const share = (entry) => covered.get(entry) / total;
    const whole = new Set(Array.from(covered.keys()).filter((entry) => share(entry) > 0.999));
    const isExact = whole.size > 0;
    if (!isExact) total += weigh(letters, LETTER, shards, value, scores, covered);
    const isWhole = (entry) => whole.has(entry) || share(entry) > 0.999;
    // With few that have everything, the nearest of the others set the measure.
    const best = Array.from(covered.keys()).reduce((most, entry) => (
      isWhole(entry) && whole.size < FEW && isExact ? most : Math.max(most, share(entry))), 0);
    // What stands together counts for the order alone: whoever has the pairs has what was asked.
    weigh(chains, CHAIN, shards, value, scores, new Map());
    const rank = (entry) => scores.get(entry) * Math.pow(share(entry), 2);
    const hits = Array.from(scores.keys())
      .filter((entry) => share(entry) >= ENOUGH * best)
      .map((entry) => ({ entry, isWhole: isWhole(entry), rank: rank(entry) }))
      .sort((one, other) => other.isWhole - one.isWhole || other.rank - one.rank || one.entry - other.entry);
    return { hits, tokens: isExact ? words : words.concat(letters) };
  }

  // Resolves to title, address, figure and verdict of entries.
  async function texts(entries) {
    const value = await start();
    const chunks = await Promise.all(entries.map((entry) => load('texts', Math.floor(entry / value.perFile))));
    return entries.map((entry, place) => {
      const [title, address, figure, verdict] = chunks[place][entry % value.perFile];
      return Object.assign({ title, address, figure, verdict: value.verdicts[verdict] }, properties[entry]);
    });
  }

  // Cuts a text into pieces that were asked for and pieces that were not.
  function pieces(text, tokens) {
    const plain = text.toLowerCase();
    const isHit = Array.from({ length: text.length }, () => false);
    tokens.forEach((token) => {
      for (let at = plain.indexOf(token); at >= 0; at = plain.indexOf(token, at + 1)) {
        isHit.fill(true, at, at + token.length);
      }
    });
    const made = [];
    for (let from = 0, to = 0; from < text.length; from = to) {
      while (to < text.length && isHit[to] === isHit[from]) to += 1;
      made.push([text.slice(from, to), isHit[from]]);
    }
    return made;
  }

  window.ledgerSearch.pieces = pieces;
  window.ledgerSearch.start = start;
  window.ledgerSearch.find = find;
  window.ledgerSearch.texts = texts;
  window.ledgerSearch.everything = async () => {
    await start();
    return { hits: properties.map((_, entry) => ({ entry, isWhole: true })), tokens: [] };
  };
  window.ledgerSearch.property = (entry, name) => properties[entry][name];
})();
