import { describe, expect, test } from 'vitest';
import { Problem } from '../../core/index.ts';
import { readPage } from './read-page.ts';
import { opensLikeHtml } from './recognise.ts';

const ONE = 'Quarante camions de farine ont passé le pont vers 19 heures, a précisé un responsable du gouvernorat.';
const TWO = 'La route reste dangereuse, a-t-il ajouté, en priant les organisations de prévenir avant chaque trajet.';
const BODY = `<p>${ONE}</p><p>${TWO}</p>`;
const page = (head: string, article: string) =>
  `<!doctype html><html lang="fr"><head><title>Les convois arrivent | La Gazette</title>${head}</head><body><header><a href="/">La Gazette</a></header><nav><a href="/monde">Monde</a></nav><main><article><h1>Les convois arrivent</h1>${article}</article></main><footer>Mentions légales</footer></body></html>`;
const ld = (json: unknown) => `<script type="application/ld+json">${JSON.stringify(json)}</script>`;
const metadataOf = (head: string, article = BODY) => readPage(page(head, article), 'a.html').metadata;
const textOf = (html: string) => readPage(html, 'a.html').text;

function problem(html: string): Problem {
  try {
    readPage(html, 'a.html');
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error('no Problem came');
}

describe('the article is its headline and its paragraphs', () => {
  const plain = `Les convois arrivent\n\n${ONE}\n\n${TWO}`;
  const cases = [
    ['as it is', BODY, plain],
    [
      'links to other stories go',
      `<p>${ONE}</p><div class="lire-aussi"><a href="/x">Le marché renaît</a></div><p>${TWO}</p>`,
      plain,
    ],
    ['what stands aside goes', `${BODY}<aside><h2>Les plus lus</h2><ul><li>Un</li></ul></aside>`, plain],
    [
      'comments go',
      `${BODY}<section id="comments"><p>Jojo : enfin une bonne nouvelle, mais que de temps perdu, tout de même.</p></section>`,
      plain,
    ],
    [
      'scripts, forms and captions go',
      `<figure><img src="a.jpg"><figcaption>Le pont</figcaption></figure>${BODY}<form>Votre adresse <button>Envoyer</button></form><script>alert("x")</script>`,
      plain,
    ],
    [
      'headings and lists stay',
      `<p>${ONE}</p><h2>Au sud</h2><ul><li>Deux ponts</li><li>Une piste</li></ul><p>${TWO}</p>`,
      `Les convois arrivent\n\n${ONE}\n\nAu sud\n\nDeux ponts\n\nUne piste\n\n${TWO}`,
    ],
    [
      'a break ends a line',
      `<p>${ONE}<br>Le froid gagne.</p><p>${TWO}</p>`,
      `Les convois arrivent\n\n${ONE}\nLe froid gagne.\n\n${TWO}`,
    ],
    ['white space of the source is none of the text', BODY.replaceAll(' ', ' \n\t '), plain],
    [
      'a no-break space stays, an entity is its character',
      `<p>${ONE}</p><p>${TWO.replace(' dangereuse', '&nbsp;dangereuse &laquo;&#146;&raquo;')}</p>`,
      plain.replace(' dangereuse', '\u00a0dangereuse «’»'),
    ],
    [
      'the date above the body stays',
      `<p class="dateline">Erbil | AFP | jeudi 07/12/2017</p><div class="body">${BODY}</div>`,
      `Les convois arrivent\n\nErbil | AFP | jeudi 07/12/2017\n\n${ONE}\n\n${TWO}`,
    ],
  ] as const;
  for (const [what, article, text] of cases) test(what, () => expect(textOf(page('', article))).toBe(text));
  test('a page without the tags that HTML lets out', () => {
    expect(textOf(`<title>Les convois arrivent</title><p>${ONE}<p>${TWO}`)).toBe(plain);
    expect(textOf(`<html><title>Les convois arrivent</title><p>${ONE}<p>${TWO}`)).toBe(plain);
  });
});

describe('the metadata', () => {
  const when = '2017-12-07T23:30:00+03:00';
  const days = (head: string, article = BODY) =>
    metadataOf(head, article).days.map(({ date, from }) => `${from}: ${date}`);
  const article = { '@type': 'NewsArticle', headline: 'Les convois arrivent', datePublished: when };
  const cases = [
    ['JSON-LD', ld(article)],
    ['JSON-LD in a list', ld([{ '@type': 'WebSite', name: 'La Gazette' }, article])],
    [
      'JSON-LD in a graph',
      ld({
        '@graph': [
          { '@type': 'Organization', name: 'x' },
          { ...article, '@type': ['ReportageNewsArticle', 'Article'] },
        ],
      }),
    ],
    ['JSON-LD of a page about it', ld({ '@type': 'WebPage', mainEntity: article })],
    ['JSON-LD in comment brackets', `<script type="application/ld+json"><!-- ${JSON.stringify(article)} --></script>`],
    [
      'the article, not the one that it lists',
      ld([{ '@type': 'ItemList', itemListElement: [{ ...article, datePublished: '2001-01-01' }] }, article]),
    ],
    [
      'the article of the headline',
      ld([{ ...article, headline: 'Autre chose', datePublished: '2001-01-01' }, article]),
    ],
  ] as const;
  for (const [what, head] of cases) test(what, () => expect(days(head)).toEqual(['JSON-LD datePublished: 2017-12-07']));
  test('Open Graph, Dublin Core and time, in that order', () => {
    const head = `<meta name="DC.date.issued" content="2017-12-08"><meta property="article:published_time" content="${when}">`;
    expect(days(head, `<time datetime="2017-12-09">samedi</time>${BODY}`)).toEqual([
      'meta article:published_time: 2017-12-07',
      'meta dc.date.issued: 2017-12-08',
      'time datetime: 2017-12-09',
    ]);
  });
  test('not the time of an update, nor one beside the article', () => {
    expect(
      days(
        '',
        `<p>Mis à jour le <time datetime="2017-12-09">9</time></p>${BODY}<aside><time datetime="2001-01-01">x</time></aside>`,
      ),
    ).toEqual([]);
  });
  test('not dateModified', () => expect(days(ld({ '@type': 'NewsArticle', dateModified: when }))).toEqual([]));
  test('what is no date is a Doubt', () => {
    const { days: found, doubts } = metadataOf(
      '<meta name="date" content="hier"><script type="application/ld+json">{"a":</script>',
    );
    expect([found, doubts.map(({ rule }) => rule)]).toEqual([
      [],
      ['metadata-broken-json-ld', 'metadata-unreadable-day'],
    ]);
  });
  test('publisher, address, language, title', () => {
    const head = `<link rel="canonical" href="https://gazette.example/convois">${ld({
      '@graph': [
        { '@type': 'Organization', '@id': '#us', name: 'La Gazette du Fleuve' },
        { ...article, publisher: { '@id': '#us' } },
      ],
    })}`;
    expect(metadataOf(head)).toMatchObject({
      publisher: 'La Gazette du Fleuve',
      address: 'https://gazette.example/convois',
      language: 'fr',
      title: 'Les convois arrivent',
    });
    const openGraph =
      '<meta property="og:site_name" content="La Gazette"><meta property="og:url" content="https://gazette.example/c"><link rel="canonical" href="/relative">';
    expect(metadataOf(openGraph)).toMatchObject({ publisher: 'La Gazette', address: 'https://gazette.example/c' });
  });
  test('an address that would run something is none', () => {
    expect(metadataOf('<link rel="canonical" href="javascript:alert(1)">').address).toBeNull();
  });
});

describe('a page without an article', () => {
  const links = Array.from(
    { length: 40 },
    (_, i) => `<li><a href="/${i}">Le titre numéro ${i} de la page d’accueil</a></li>`,
  ).join('');
  for (const [what, html] of [
    ['a front page', `<html><body><ul>${links}</ul></body></html>`],
    ['a page filled in by script', '<html><body><div id="root"></div><script>start()</script></body></html>'],
    ['frames', '<html><frameset><frame src="a.html"></frameset></html>'],
  ] as const)
    test(what, () => {
      expect(problem(html).code).toBe('intake/no-article');
      expect(problem(html).message).toContain('--as text');
    });
});

describe('a hostile page neither hangs nor crashes', () => {
  const refused = [
    ['100,000 tags inside each other', '<div>'.repeat(100_000)],
    ['the same behind closing tags that close nothing', '<div></x>'.repeat(50_000)],
    ['lists in lists', '<ul><li>'.repeat(100_000)],
    ['two million entities', '&amp;'.repeat(2_000_000)],
    ['two million opening brackets', '<'.repeat(2_000_000)],
    ['unclosed attributes full of tags', `<p title="${'<div>'.repeat(1_000_000)}`],
  ] as const;
  for (const [what, html] of refused)
    test(what, () => expect(problem(`<html><body>${html}`).code).toBe('intake/page-too-complex'), 5_000);
  const read = [
    ['an attribute of 5 MB', `<p data-x="${'x'.repeat(5_000_000)}">${ONE}</p><p>${TWO}</p>`],
    ['a style of 4 MB', `<p style="${'a:b;'.repeat(1_000_000)}">${ONE}</p><p>${TWO}</p>`],
    ['entities that would multiply', `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${BODY}&b;`],
    ['scripts without end', `${BODY}${'<script>"<p>x</p>"</script>'.repeat(50_000)}`],
    ['a script that stays open', `${BODY}<script>${'<p>x</p>'.repeat(100_000)}`],
    ['JSON-LD 200,000 lists deep', `${BODY}<script type="application/ld+json">${'['.repeat(200_000)}</script>`],
  ] as const;
  for (const [what, html] of read) test(what, () => expect(textOf(`<html><body>${html}`)).toContain(TWO), 5_000);
});

test('a page is known by what it opens with', () => {
  for (const html of [
    '<!DOCTYPE html>',
    '\n <html lang="fr">',
    '<?xml version="1.0"?>\n<!-- x -->\n<!doctype html>',
    '<p>Bonjour</p>',
    '<div class="a">',
  ])
    expect(opensLikeHtml(html), html).toBe(true);
  for (const text of [
    '<< Urgent >>',
    'La balise <p> ouvre un paragraphe',
    '<AFP> Paris',
    '<préambule>',
    '<pre-texte>',
    '',
  ])
    expect(opensLikeHtml(text), text).toBe(false);
});
