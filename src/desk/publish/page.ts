import type { Bilingual, Lang } from '../../core/index.ts';
import type { Publication, PublishedFinding, PublishedQuestion, Quote } from './publication.ts';
import type { SvgMap } from './svg-map.ts';
import { certainties, claimTypes, findingKinds, states, words } from './words.ts';

/** The script and style of the page, which stand in it: a page opened from a disk loads nothing. */
export type PageParts = { readonly script: string; readonly style: string; readonly hashOf: (text: string) => string };

/** Eight colours that are told apart by those who see few (Okabe and Ito 2008), by rank of the party. */
const COLOURS = 8;

/** The whole publication as one page of HTML: all of it can be read without its script, which moves the map. */
export function pageOf(
  publication: Publication,
  map: SvgMap,
  lang: Lang,
  { script, style, hashOf }: PageParts,
): string {
  const t = (key: keyof typeof words): string => words[key][lang];
  const view = new Writer(publication, map, lang);
  const data = JSON.stringify(view.moving()).replaceAll('<', '\\u003c');
  const policy = [
    "default-src 'none'",
    `script-src '${hashOf(script)}'`,
    `style-src '${hashOf(style)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="Recoupe ${escaped(publication.recoupe)}">
<title>${escaped(publication.title)}</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>${escaped(publication.title)}</h1>
${publication.exercise ? `<p class="exercise">${escaped(t('exercise'))}</p>` : ''}
<p>${escaped(t('notJudge'))}</p>
<p class="counts">${view.counts()} · ${escaped(t('made'))} <time datetime="${publication.made.slice(0, 10)}">${view.day(publication.made.slice(0, 10))}</time> ${escaped(t('with'))} ${escaped(publication.recoupe)}</p>
<nav aria-label="${escaped(publication.title)}"><ul>
${(['map', 'contested', 'timeline', 'questions', 'quotes', 'dispatches'] as const).map((id) => `<li><a href="#${id}">${escaped(t(id))}</a></li>`).join('\n')}
</ul></nav>
</header>
<main>
${view.mapSection()}
${view.contestedSection()}
${view.timelineSection()}
${view.questionsSection()}
${view.quotesSection()}
${view.dispatchesSection()}
<section aria-labelledby="check"><h2 id="check">${escaped(t('howToCheck'))}</h2><p>${escaped(t('howToCheckWords'))}</p>
${publication.dispatches.some(({ text }) => text !== null) ? '' : `<p>${escaped(t('noFullTexts'))}</p>`}</section>
</main>
<script type="application/json" id="moving">${data}</script>
<script>${script}</script>
</body>
</html>
`;
}

/** What stands in the page as text, whatever it holds: no markup of a dispatch is ever markup here. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
}

class Writer {
  readonly #p: Publication;
  readonly #map: SvgMap;
  readonly #lang: Lang;
  readonly #dispatches: ReadonlyMap<string, Publication['dispatches'][number]>;
  readonly #quotes: ReadonlyMap<string, Quote>;
  readonly #ranks: ReadonlyMap<string, number>;

  constructor(publication: Publication, map: SvgMap, lang: Lang) {
    this.#p = publication;
    this.#map = map;
    this.#lang = lang;
    this.#dispatches = new Map(publication.dispatches.map((dispatch) => [dispatch.id, dispatch]));
    this.#quotes = new Map(publication.quotes.map((quote) => [quote.id, quote]));
    this.#ranks = ranksOf(publication);
  }

  /** What the script moves the map by: states by perspective and place, with all the words it needs. */
  moving(): object {
    const { perspectives, days, states: told, parties } = this.#p;
    const used = [
      ...new Set(
        told.flatMap((byPlace) =>
          Object.values(byPlace).flatMap((all) =>
            all.flatMap(({ holders, notHolders }) => [...holders.map(({ party }) => party), ...notHolders]),
          ),
        ),
      ),
    ];
    return {
      days,
      dayNames: days.map((day) => this.#dayName(day)),
      states: told,
      perspectives: perspectives.map(({ label }) => label[this.#lang]),
      parties: Object.fromEntries(used.map((id) => [id, parties[id]?.[this.#lang] ?? id])),
      ranks: Object.fromEntries(used.map((id) => [id, this.#ranks.get(id) ?? COLOURS])),
      not: this.#t('not'),
      stateNames: Object.fromEntries(Object.entries(states).map(([id, name]) => [id, name[this.#lang]])),
    };
  }

  counts(): string {
    const { dispatches, claims, questions, findings } = this.#p.counts;
    const number = new Intl.NumberFormat(this.#lang);
    return [
      `${number.format(dispatches)} ${this.#t('dispatches').toLowerCase()}`,
      `${number.format(claims)} ${this.#t('claims')}`,
      `${number.format(questions)} ${this.#t('questions').toLowerCase()}`,
      `${number.format(findings)} ${this.#t('findings')}`,
    ]
      .map(escaped)
      .join(', ');
  }

  /** A day, month or year as the language writes it, for HTML. */
  day(date: string): string {
    return escaped(this.#dayName(date));
  }

  #dayName(date: string): string {
    const options: Intl.DateTimeFormatOptions =
      date.length === 4
        ? { year: 'numeric' }
        : date.length === 7
          ? { year: 'numeric', month: 'long' }
          : { year: 'numeric', month: 'long', day: 'numeric' };
    const padded = `${date}${'-01-01'.slice(0, Math.max(0, 10 - date.length))}`;
    return new Intl.DateTimeFormat(this.#lang, { ...options, timeZone: 'UTC' }).format(new Date(`${padded}T00:00:00Z`));
  }

  mapSection(): string {
    const { places, days, perspectives } = this.#p;
    if (places.length === 0) return `<section id="map"></section>`;
    const last = days.at(-1);
    const { width, height, land, borders, provinces, rivers, lakes, points } = this.#map;
    const named = labelled(places, points, this.#lang);
    const marks = places.map((place) => {
      const { x, y } = points.get(place.id)!;
      const { className, sentence } = this.#standing(place.id, 0, last ?? '');
      const size = 5 + Math.min(6, Math.log2(1 + place.claims));
      const name = place.name[this.#lang];
      return `<g class="mark ${className}" data-place="${escaped(place.id)}" transform="translate(${x} ${y})"><title>${escaped(`${name} : ${sentence}`)}</title><circle class="disc" r="${size.toFixed(1)}"/><path class="sign" d="M-3-3 3 3M-3 3 3-3"/><text x="${(size + 4).toFixed(1)}" y="4"${named.has(place.id) ? '' : ' class="hidden"'}>${escaped(name)}</text></g>`;
    });
    const rows = places.map((place) => {
      const { className, state, holders } = this.#standing(place.id, 0, last ?? '');
      const name = escaped(place.name[this.#lang]);
      const link = place.question ? `<a href="#${anchor(place.question)}">${name}</a>` : name;
      return `<tr class="${className}" data-place="${escaped(place.id)}"><th scope="row">${link}</th><td class="state"><span class="key" aria-hidden="true"></span><span class="said">${escaped(state)}</span></td><td class="holders">${escaped(holders)}</td></tr>`;
    });
    const options = perspectives.map(({ label }, i) => `<option value="${i}">${escaped(label[this.#lang])}</option>`);
    const controls =
      days.length > 0
        ? `<form class="controls" hidden><label>${escaped(this.#t('believe'))} <select id="perspective">${options.join('')}</select></label>
<label>${escaped(this.#t('asOf'))} <input id="day" type="range" min="0" max="${days.length - 1}" value="${days.length - 1}" step="1"> <output id="day-name" for="day">${last ? this.day(last) : ''}</output></label></form>
<noscript><p>${escaped(this.#t('readAlone'))}</p></noscript>`
        : '';
    return `<section aria-labelledby="map"><h2 id="map">${escaped(this.#t('map'))}</h2>
${controls}
<figure><svg viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="map-title"><title id="map-title">${escaped(`${this.#t('map')} : ${this.#p.title}`)}</title>
<path class="land" d="${land}"/><path class="lake" d="${lakes}"/><path class="river" d="${rivers}"/><path class="province" d="${provinces}"/><path class="border" d="${borders}"/>
${marks.join('\n')}
</svg></figure>
<div class="scroll" role="region" aria-labelledby="map" tabindex="0"><table><thead><tr><th scope="col">${escaped(this.#t('place'))}</th><th scope="col">${escaped(this.#t('state'))}</th><th scope="col">${escaped(this.#t('heldBy'))}</th></tr></thead>
<tbody>${rows.join('\n')}</tbody></table></div></section>`;
  }

  contestedSection(): string {
    const contested = this.#p.findings.filter((finding) => finding.contested);
    const items = contested.map((finding) => this.#finding(finding));
    return `<section aria-labelledby="contested"><h2 id="contested">${escaped(this.#t('contested'))}</h2>
${items.length > 0 ? `<ul class="findings">${items.join('\n')}</ul>` : `<p>${escaped(this.#t('nothingContested'))}</p>`}</section>`;
  }

  /** What is told of days, in order: a table, so that it can be read aloud, printed and searched. */
  timelineSection(): string {
    const dated = this.#p.quotes
      .filter(({ held }) => held !== null && (held.first ?? held.last) !== null)
      .toSorted((a, b) => compare(axis(a), axis(b)));
    const rows = dated.map((quote) => {
      const { held, type, parties, source } = quote;
      const who = parties.map((id) => this.#p.parties[id]?.[this.#lang] ?? id).join(', ');
      return `<tr class="${quote.certainty}"><td>${this.#span(held!)}</td><td>${escaped(claimTypes[type]?.[this.#lang] ?? type)}</td><td>${escaped(who)}</td><td><a href="#${quote.id}">« ${escaped(quote.words)} »</a></td><td>${escaped(this.#who(source))}</td></tr>`;
    });
    return `<section aria-labelledby="timeline"><h2 id="timeline">${escaped(this.#t('timeline'))}</h2>
<div class="scroll" role="region" aria-labelledby="timeline" tabindex="0"><table><thead><tr><th scope="col">${escaped(this.#t('day'))}</th><th scope="col"></th><th scope="col">${escaped(this.#t('party'))}</th><th scope="col">${escaped(this.#t('words'))}</th><th scope="col">${escaped(this.#t('source'))}</th></tr></thead>
<tbody>${rows.join('\n')}</tbody></table></div></section>`;
  }

  questionsSection(): string {
    const byId = new Map(this.#p.findings.map((finding) => [finding.id, finding]));
    const items = this.#p.questions.map((question) => this.#question(question, byId));
    return `<section aria-labelledby="questions"><h2 id="questions">${escaped(this.#t('questions'))}</h2>
<form class="controls" hidden><label><input type="checkbox" id="only-contested"> ${escaped(this.#t('onlyContested'))}</label></form>
${items.join('\n')}</section>`;
  }

  quotesSection(): string {
    const items = this.#p.quotes.map((quote) => this.#quote(quote));
    return `<section aria-labelledby="quotes"><h2 id="quotes">${escaped(this.#t('quotes'))}</h2>
<form class="controls" role="search" hidden><label>${escaped(this.#t('filter'))} <input type="search" id="filter"></label> <output id="filtered" for="filter" data-shown="${escaped(this.#t('shown'))}"></output></form>
<ol class="quotes">${items.join('\n')}</ol></section>`;
  }

  dispatchesSection(): string {
    const rows = this.#p.dispatches.map(({ id, name, title, publisher, published, address, sha256, text }) => {
      const where =
        address !== null && /^https?:\/\//.test(address)
          ? `<a href="${escaped(address)}" rel="noreferrer">${escaped(address)}</a>`
          : escaped(address ?? '–');
      const full =
        text === null
          ? ''
          : `<details><summary>${escaped(this.#t('fullText'))}</summary><p class="full">${escaped(text)}</p></details>`;
      return `<tr id="${id}"><th scope="row">${escaped(title ?? name)}${full}</th><td>${escaped(publisher ?? '–')}</td><td>${published === null ? escaped(this.#t('undated')) : this.day(published)}</td><td>${where}</td><td><code>${sha256}</code></td></tr>`;
    });
    const head = (['name', 'publisher', 'day', 'address', 'sha'] as const).map(
      (key) => `<th scope="col">${escaped(this.#t(key))}</th>`,
    );
    return `<section aria-labelledby="dispatches"><h2 id="dispatches">${escaped(this.#t('dispatches'))}</h2>
<div class="scroll" role="region" aria-labelledby="dispatches" tabindex="0"><table><thead><tr>${head.join('')}</tr></thead><tbody>${rows.join('\n')}</tbody></table></div></section>`;
  }

  #t(key: keyof typeof words): string {
    return words[key][this.#lang];
  }

  #pick(text: Bilingual | undefined, otherwise: string): string {
    return text?.[this.#lang] ?? otherwise;
  }

  #who(source: string | null): string {
    return source === '' ? this.#t('unnamed') : (source ?? this.#t('nameless'));
  }

  #standing(
    place: string,
    perspective: number,
    day: string,
  ): { className: string; state: string; holders: string; sentence: string } {
    const told = this.#p.states[perspective]?.[place]?.findLast((one) => one.day <= day);
    const stateId = told?.state ?? 'unknown';
    const name = (party: string): string => this.#pick(this.#p.parties[party], party);
    const yes = (told?.holders ?? []).map(({ party, share }) => `${name(party)}${share ? ` (${share})` : ''}`);
    const no = (told?.notHolders ?? []).map((party) => `${this.#t('not')} ${name(party)}`);
    const holders = [...yes, ...no].join(', ');
    const state = this.#pick(states[stateId], stateId);
    const rank = this.#ranks.get(told?.holders[0]?.party ?? '') ?? COLOURS;
    return {
      className: `is-${stateId} party-${rank}`,
      state,
      holders,
      sentence: holders ? `${state}, ${holders}` : state,
    };
  }

  #span({ first, last }: NonNullable<Quote['held']>): string {
    if (first !== null && first === last) return `<time datetime="${first}">${this.day(first)}</time>`;
    return `${first === null ? '…' : this.day(first)} – ${last === null ? '…' : this.day(last)}`;
  }

  #said(said: string | null): string {
    if (said === null) return escaped(this.#t('undated'));
    const [from, to] = said.split('/') as [string, string?];
    if (to === undefined) return this.day(from);
    return from === '..'
      ? `${escaped(this.#t('by'))} ${this.day(to)}`
      : `${this.day(from)} – ${to === '..' ? '…' : this.day(to)}`;
  }

  #finding({ kind, sentence, sides }: PublishedFinding): string {
    const shown = sides.map(({ words: text, source, said, quote, dispatch, start, end }) => {
      const name = this.#dispatches.get(dispatch);
      const evidence = `${escaped(name?.title ?? name?.name ?? dispatch)}, ${escaped(this.#t('offsets'))} ${start}–${end}`;
      const link = quote === null ? `<a href="#${dispatch}">${evidence}</a>` : `<a href="#${quote}">${evidence}</a>`;
      return `<li><q>${escaped(text)}</q> <span class="who">${escaped(this.#who(source))}</span>, ${this.#said(said)} <small>${link}</small></li>`;
    });
    const label = this.#pick(findingKinds[kind], kind);
    return `<li class="finding ${kind}"><p><strong>${escaped(label)}</strong>${sentence === null ? '' : ` ${escaped(sentence[this.#lang])}`}</p><ul>${shown.join('')}</ul></li>`;
  }

  #question(
    { id, sentence, contested, origins, answers, findings }: PublishedQuestion,
    byId: ReadonlyMap<string, PublishedFinding>,
  ): string {
    const count = answers.reduce((sum, { quotes }) => sum + quotes.length, 0);
    const shown = answers.map(({ source, quotes }) => {
      const items = quotes.map((quote) => {
        const { words: text, said, certainty } = this.#quotes.get(quote)!;
        return `<li class="${certainty}"><a href="#${quote}">« ${escaped(text)} »</a> <small>${escaped(this.#pick(certainties[certainty], certainty))}, ${this.#said(said)}</small></li>`;
      });
      return `<li><span class="who">${escaped(this.#who(source))}</span><ul>${items.join('')}</ul></li>`;
    });
    const told = findings.flatMap((finding) => (byId.has(finding) ? [this.#finding(byId.get(finding)!)] : []));
    return `<details class="question${contested ? ' contested' : ''}" id="${anchor(id)}"><summary>${escaped(sentence[this.#lang])} <small>${count} ${escaped(this.#t('answers'))}, ${origins} ${escaped(this.#t(origins === 1 ? 'originOf' : 'originsOf'))}</small></summary>
${told.length > 0 ? `<ul class="findings">${told.join('')}</ul>` : ''}<ul class="answers">${shown.join('')}</ul></details>`;
  }

  #quote({
    id,
    before,
    words: text,
    after,
    source,
    cue,
    certainty,
    type,
    said,
    held,
    dispatch,
    start,
    end,
  }: Quote): string {
    const from = this.#dispatches.get(dispatch)!;
    const facts = [
      `<span class="type">${escaped(this.#pick(claimTypes[type], type))}</span>`,
      `<span class="certainty">${escaped(this.#pick(certainties[certainty], certainty))}</span>`,
      `<span class="who">${escaped(this.#who(source))}</span>${cue === null ? '' : ` <span class="cue">(${escaped(cue)})</span>`}`,
      this.#said(said),
      ...(held === null || (held.first ?? held.last) === null ? [] : [this.#span(held)]),
    ];
    return `<li id="${id}" class="quote ${certainty}"><blockquote>${escaped(before)}<mark>${escaped(text)}</mark>${escaped(after)}</blockquote>
<p class="facts">${facts.join(' · ')}</p>
<p class="evidence"><a href="#${dispatch}">${escaped(from.title ?? from.name)}</a>, ${escaped(this.#t('offsets'))} ${start}–${end}, SHA-256 <code title="${from.sha256}">${from.sha256.slice(0, 12)}…</code></p></li>`;
  }
}

/** The parties that hold places, by how much is told of them: each keeps its colour wherever it is shown. */
function ranksOf({ states: told }: Publication): Map<string, number> {
  const counts = new Map<string, number>();
  for (const byPlace of told)
    for (const all of Object.values(byPlace))
      for (const { holders } of all) for (const { party } of holders) counts.set(party, (counts.get(party) ?? 0) + 1);
  const ordered = [...counts].sort((a, b) => b[1] - a[1] || compare(a[0], b[0]));
  return new Map(ordered.map(([party], i) => [party, Math.min(i, COLOURS - 1)]));
}

function axis({ held }: Quote): string {
  return held!.first ?? held!.last!;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** About the width of a character and the height of a line of a label, in the map's units. */
const LABEL = { character: 7.5, height: 15, offset: 10 } as const;

/** The places whose names have room beside them, those with most claims first; the others show theirs when pointed at. */
function labelled(places: Publication['places'], points: SvgMap['points'], lang: Lang): ReadonlySet<string> {
  const taken: { left: number; right: number; y: number }[] = [];
  const named = new Set<string>();
  for (const { id, name } of places) {
    const { x, y } = points.get(id)!;
    const box = { left: x, right: x + LABEL.offset + LABEL.character * name[lang].length, y };
    const isFree = taken.every(
      (other) => Math.abs(other.y - y) > LABEL.height || other.right < box.left || other.left > box.right,
    );
    if (!isFree) continue;
    taken.push(box);
    named.add(id);
  }
  return named;
}

/** A question's id as an anchor of the page. */
function anchor(question: string): string {
  return `q-${question.replace(/[^A-Za-z0-9-]+/g, '-')}`;
}
