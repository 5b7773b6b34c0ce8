// Moves the map of a published dossier: one classic script, which stands in the page and loads nothing. Without it the page
// shows the last day, according to all sources.
(() => {
  const data = JSON.parse(document.getElementById('moving').textContent);
  for (const form of document.querySelectorAll('form.controls')) {
    form.hidden = false;
    form.addEventListener('submit', (event) => event.preventDefault());
  }

  const perspective = document.getElementById('perspective');
  const day = document.getElementById('day');
  const dayName = document.getElementById('day-name');

  function standing(place, who, asOf) {
    const told = (data.states[who][place] ?? []).filter((state) => state.day <= asOf).at(-1);
    const state = told?.state ?? 'unknown';
    const name = (party) => data.parties[party] ?? party;
    const yes = (told?.holders ?? []).map(({ party, share }) => name(party) + (share ? ` (${share})` : ''));
    const no = (told?.notHolders ?? []).map((party) => `${data.not} ${name(party)}`);
    const holders = [...yes, ...no].join(', ');
    const rank = told?.holders[0] ? data.ranks[told.holders[0].party] : 8;
    return { className: `is-${state} party-${rank}`, state: data.stateNames[state], holders };
  }

  function draw() {
    const who = Number(perspective.value);
    const at = Number(day.value);
    dayName.textContent = data.dayNames[at];
    day.setAttribute('aria-valuetext', dayName.textContent);
    for (const mark of document.querySelectorAll('g.mark')) {
      const { className, state, holders } = standing(mark.dataset.place, who, data.days[at]);
      mark.setAttribute('class', `mark ${className}`);
      const name = mark.querySelector('text').textContent;
      mark.querySelector('title').textContent = `${name} : ${state}${holders ? `, ${holders}` : ''}`;
    }
    for (const row of document.querySelectorAll('tr[data-place]')) {
      const { className, state, holders } = standing(row.dataset.place, who, data.days[at]);
      row.className = className;
      row.querySelector('.said').textContent = state;
      row.querySelector('.holders').textContent = holders;
    }
  }

  if (perspective && day) {
    perspective.addEventListener('change', draw);
    day.addEventListener('input', draw);
    draw();
  }

  const onlyContested = document.getElementById('only-contested');
  onlyContested?.addEventListener('change', () => {
    for (const question of document.querySelectorAll('details.question'))
      question.hidden = onlyContested.checked && !question.classList.contains('contested');
  });

  const filter = document.getElementById('filter');
  const filtered = document.getElementById('filtered');
  const folded = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  filter?.addEventListener('input', () => {
    const words = folded(filter.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const quote of document.querySelectorAll('li.quote')) {
      const text = folded(quote.textContent);
      quote.hidden = !words.every((word) => text.includes(word));
      if (!quote.hidden) shown++;
    }
    filtered.textContent = words.length > 0 ? `${shown} ${filtered.dataset.shown}` : '';
  });

  // A link to a question opens it, and one to a quote that the search hides shows it.
  function reveal() {
    const target = document.getElementById(location.hash.slice(1));
    if (target instanceof HTMLDetailsElement) {
      target.hidden = false;
      target.open = true;
    } else if (target?.hidden) target.hidden = false;
    target?.scrollIntoView();
  }
  window.addEventListener('hashchange', reveal);
  if (location.hash) reveal();
})();
