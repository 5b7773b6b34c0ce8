import type { Doubt } from '../../core/index.ts';
import type { PageDocument, PageElement } from './dom.ts';
import { instantOf, type StatedInstant } from './instant.ts';
import { articleOf, nameOf, type PageArticle, pageArticles, textOf } from './json-ld.ts';

/** What a page says of its article beside the text. */
export type PageMetadata = {
  /** The days that the page gives, the most trusted first. */
  readonly days: readonly StatedInstant[];
  readonly publisher: string | null;
  readonly address: string | null;
  readonly language: string | null;
  readonly title: string | null;
  readonly doubts: readonly Doubt[];
};

/** Where pages put their day, most trusted first; the names of `<meta>` in lower case. */
const DAY_NAMES = [
  'article:published_time',
  'og:article:published_time',
  'article:published',
  'datepublished',
  'dcterms.issued',
  'dc.date.issued',
  'dcterms.created',
  'dc.date.created',
  'dcterms.date',
  'dc.date',
  'parsely-pub-date',
  'sailthru.date',
  'cxenseparse:recs:publishtime',
  'pubdate',
  'publish-date',
  'publication_date',
  'date',
] as const;

/**
 * Reads the metadata of a page, JSON-LD first, then `<meta>` in the order above, then `<time>`. Nothing is fetched.
 *
 * @param scripts the contents of its JSON-LD scripts
 */
export function readMetadata(document: PageDocument, scripts: readonly string[]): PageMetadata {
  const meta = metaOf(document);
  const canonical = addressOf(document.querySelector('link[rel~="canonical" i]')?.getAttribute('href'));
  const openGraph = addressOf(meta.get('og:url'));
  const headline = oneLine(document.querySelector('h1')?.textContent);
  const { articles, broken } = pageArticles(scripts);
  const article = articleOf(articles, {
    addresses: [canonical, openGraph],
    headlines: [headline, meta.get('og:title') ?? null],
  });
  const days = daysOfPage(document, meta, article);
  return {
    days: days.flatMap(({ day }) => day ?? []),
    publisher: publisherOf(meta, article, articles),
    address: canonical ?? openGraph ?? addressOf(textOf(article?.url) ?? textOf(article?.mainEntityOfPage)),
    language: languageOf(document, meta, article),
    title: titleOf(document, headline, meta, article),
    doubts: [
      ...(broken ? [brokenJsonLd()] : []),
      ...days.flatMap(({ day, from, words }) => (day ? [] : [unreadableDay(from, words)])),
    ],
  };
}

/** The `<meta>` of a page by lower-case name or property; the first of a name counts, as sites repeat them for lists. */
function metaOf(document: PageDocument): Map<string, string> {
  const found = new Map<string, string>();
  for (const element of document.querySelectorAll('meta[content]')) {
    const content = element.getAttribute('content')?.trim() ?? '';
    for (const key of ['property', 'name', 'itemprop', 'http-equiv']) {
      const name = element.getAttribute(key)?.trim().toLowerCase();
      if (name && content !== '' && content.length <= 2000 && !found.has(name)) found.set(name, content);
    }
  }
  return found;
}

type PageDay = { readonly from: string; readonly words: string; readonly day: StatedInstant | null };

function daysOfPage(document: PageDocument, meta: ReadonlyMap<string, string>, article: PageArticle | null): PageDay[] {
  const stated: { from: string; words: string }[] = [];
  const published = textOf(article?.datePublished) ?? textOf(article?.dateCreated);
  if (published !== null) stated.push({ from: 'JSON-LD datePublished', words: published });
  for (const name of DAY_NAMES) {
    const words = meta.get(name);
    if (words !== undefined) stated.push({ from: `meta ${name}`, words });
  }
  const time = publishedTime(document);
  if (time !== null) stated.push({ from: 'time datetime', words: time });
  return stated.map(({ from, words }) => ({ from, words, day: instantOf(words, from) }));
}

/** The `<time>` that says when the article was published: one marked so, else the first of the article that is no update. */
function publishedTime(document: PageDocument): string | null {
  const times = [...document.querySelectorAll('time[datetime]')].slice(0, 200);
  const marked = times.find(
    (time) => time.hasAttribute('pubdate') || /datePublished/iu.test(time.getAttribute('itemprop') ?? ''),
  );
  const inArticle = times.filter(
    (time) => time.closest('article, main, header') !== null && time.closest('aside, nav, footer') === null,
  );
  const first = inArticle.find((time) => !isUpdate(time));
  return (marked ?? first)?.getAttribute('datetime')?.trim().slice(0, 100) || null;
}

function isUpdate(time: PageElement): boolean {
  const own = `${time.getAttribute('itemprop') ?? ''} ${time.getAttribute('class') ?? ''} ${time.textContent ?? ''}`;
  const before = time.previousSibling?.textContent?.slice(-40) ?? '';
  return /dateModified|updat|modif|mise? à jour|màj/iu.test(`${own} ${before}`);
}

function publisherOf(
  meta: ReadonlyMap<string, string>,
  article: PageArticle | null,
  all: readonly PageArticle[],
): string | null {
  const names = [
    nameOf(article?.publisher, all),
    meta.get('og:site_name'),
    meta.get('dc.publisher') ?? meta.get('dcterms.publisher'),
    meta.get('publisher'),
    nameOf(article?.sourceOrganization, all),
  ];
  // Some sites put the address of a social network page there.
  return names.map(oneLine).find((name) => name !== null && !/^(?:https?:|@)/u.test(name)) ?? null;
}

function languageOf(
  document: PageDocument,
  meta: ReadonlyMap<string, string>,
  article: PageArticle | null,
): string | null {
  const tags = [
    document.documentElement?.getAttribute('lang') ?? document.documentElement?.getAttribute('xml:lang'),
    textOf(article?.inLanguage),
    meta.get('og:locale'),
    meta.get('dc.language') ?? meta.get('dcterms.language'),
    meta.get('content-language'),
  ];
  return tags.map((tag) => tag?.trim().replace('_', '-')).find((tag) => tag) ?? null;
}

/** The headline: the page's own where it says so, else its title without the name of the site behind a bar or dash. */
function titleOf(
  document: PageDocument,
  headline: string | null,
  meta: ReadonlyMap<string, string>,
  article: PageArticle | null,
): string | null {
  const title = oneLine(document.querySelector('head > title, title')?.textContent);
  const site = oneLine(meta.get('og:site_name'))?.toLowerCase();
  const parts = title?.split(/\s[|–—-]\s/u) ?? [];
  const last = parts.at(-1)?.toLowerCase();
  const bare =
    parts.length > 1 && (last === site || parts.length === 2)
      ? title!.slice(0, title!.lastIndexOf(parts.at(-1)!)).replace(/\s[|–—-]\s*$/u, '')
      : title;
  return (
    headline ??
    oneLine(textOf(article?.headline)) ??
    oneLine(meta.get('og:title')) ??
    oneLine(meta.get('dc.title')) ??
    bare
  );
}

function addressOf(href: string | null | undefined): string | null {
  if (!href || href.length > 2000) return null;
  const parsed = URL.canParse(href) ? new URL(href) : null;
  return parsed && /^https?:$/u.test(parsed.protocol) ? parsed.href : null;
}

function oneLine(text: string | null | undefined): string | null {
  const line = text
    ?.slice(0, 2000)
    .replace(/[ \t\r\n\f]+/gu, ' ')
    .trim();
  return line && line.length <= 500 ? line : null;
}

function brokenJsonLd(): Doubt {
  return {
    span: null,
    rule: 'metadata-broken-json-ld',
    message: {
      fr: 'Les métadonnées JSON-LD de la page sont mal formées : elles ne comptent pas.',
      en: 'The JSON-LD metadata of the page is malformed: it does not count.',
    },
  };
}

function unreadableDay(from: string, words: string): Doubt {
  const seen = words.slice(0, 60);
  return {
    span: null,
    rule: 'metadata-unreadable-day',
    message: {
      fr: `${from} vaut « ${seen} », qui n'est pas une date lisible : il ne compte pas. Pour dater la dépêche : --date 2017-12-07.`,
      en: `${from} is “${seen}”, which is no date that we read: it does not count. To date the dispatch: --date 2017-12-07.`,
    },
  };
}
