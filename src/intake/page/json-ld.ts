/** A news article as JSON-LD describes it; any field may hold anything. */
export type PageArticle = Readonly<Record<string, unknown>>;

const ARTICLE =
  /(?:^|[/#:])(?:\w*NewsArticle|Article|Report|BlogPosting|LiveBlogPosting|SocialMediaPosting|TechArticle)$/u;
/** Objects looked at: sites describe themselves, their authors and their pictures too, but not without end. */
const MOST_OBJECTS = 2000;

/** Where a page describes itself; not where it lists other articles (`itemListElement`, `hasPart`, `isRelatedTo`). */
const INTO = ['@graph', 'mainEntity', 'mainEntityOfPage', 'subjectOf'];

/** All objects that a page's JSON-LD holds on itself, in order; and whether a script was no JSON. */
export function pageArticles(scripts: readonly string[]): { articles: PageArticle[]; broken: boolean } {
  const articles: PageArticle[] = [];
  let broken = false;
  for (const script of scripts) {
    const parsed = parse(script);
    if (parsed === undefined) broken = true;
    else articles.push(...objectsOf(parsed));
  }
  return { articles, broken };
}

/** JSON as sites write it: in comment or CDATA brackets, with raw line ends inside strings. Undefined where it is none. */
function parse(script: string): unknown {
  const json = script
    .replace(/^\s*(?:<!--|\/\/\s*<!\[CDATA\[|<!\[CDATA\[|\/\*\s*<!\[CDATA\[\s*\*\/)/u, '')
    .replace(/(?:-->|\/\/\s*\]\]>|\]\]>|\/\*\s*\]\]>\s*\*\/)\s*;?\s*$/u, '')
    .replace(/[\0-\x1f]/g, ' ');
  if (json.trim() === '') return null;
  try {
    return JSON.parse(json);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function objectsOf(parsed: unknown): PageArticle[] {
  const found: PageArticle[] = [];
  const waiting: unknown[] = [parsed];
  while (waiting.length > 0 && found.length < MOST_OBJECTS) {
    const next = waiting.shift();
    if (Array.isArray(next)) waiting.push(...next.slice(0, MOST_OBJECTS));
    else if (isObject(next)) {
      found.push(next);
      for (const key of INTO) if (next[key] !== undefined) waiting.push(next[key]);
    }
  }
  return found;
}

/** The article that the page is about: the one at its address or under its headline, else the first. Null where there is none. */
export function articleOf(
  objects: readonly PageArticle[],
  page: { addresses: readonly (string | null)[]; headlines: readonly (string | null)[] },
): PageArticle | null {
  const articles = objects.filter((object) => typesOf(object).some((type) => ARTICLE.test(type)));
  const atAddress = articles.find((article) =>
    [article.url, article['@id'], article.mainEntityOfPage].some((value) => {
      const address = textOf(value);
      return address !== null && page.addresses.includes(address);
    }),
  );
  const underHeadline = articles.find((article) => {
    const headline = textOf(article.headline);
    return headline !== null && page.headlines.includes(headline);
  });
  return atAddress ?? underHeadline ?? articles[0] ?? null;
}

function typesOf(object: PageArticle): string[] {
  return [object['@type']].flat().filter((type): type is string => typeof type === 'string');
}

/** The words of a value: a string, the first of a list, an object's `@id`, `@value`, `url` or `name`. */
export function textOf(value: unknown): string | null {
  const first = Array.isArray(value) ? value[0] : value;
  if (typeof first === 'string') return first.trim() || null;
  if (!isObject(first)) return null;
  for (const key of ['@value', '@id', 'url', 'name']) {
    const inner = first[key];
    if (typeof inner === 'string' && inner.trim() !== '') return inner.trim();
  }
  return null;
}

/** The name of a publisher: given, or that of the object elsewhere on the page to which its `@id` points. */
export function nameOf(value: unknown, objects: readonly PageArticle[]): string | null {
  const first = Array.isArray(value) ? value[0] : value;
  if (typeof first === 'string') return first.trim() || null;
  if (!isObject(first)) return null;
  const named =
    typeof first.name === 'string'
      ? first
      : objects.find((object) => object['@id'] === first['@id'] && object.name !== undefined);
  return textOf(named?.name);
}

function isObject(value: unknown): value is PageArticle {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
