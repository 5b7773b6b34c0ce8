import type { Bilingual, Lang } from '../../core/index.ts';

/** A page without script or style, for browsers that are not in yet. The words are ours; all are escaped none the less. */
export function plainPage(
  lang: Lang,
  page: {
    readonly title: Bilingual;
    readonly words: Bilingual;
    readonly link: Bilingual | null;
    /** Where to go on at once, a path of our own. */
    readonly onTo?: string;
  },
): string {
  const { title, words, link, onTo } = page;
  const refresh = onTo === undefined ? '' : `<meta http-equiv="refresh" content="0;url=${escaped(onTo)}">`;
  const anchor = link === null ? '' : `<p><a href="${escaped(onTo ?? '/')}">${escaped(link[lang])}</a></p>`;
  return `<!doctype html>
<html lang="${lang}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><link rel="icon" href="/icon.svg" type="image/svg+xml">${refresh}<title>${escaped(title[lang])}</title></head>
<body><main><h1>${escaped(title[lang])}</h1><p>${escaped(words[lang])}</p>${anchor}</main></body>
</html>
`;
}

/** The page that asks for the password. `trouble` says why it asks again. */
export function passwordPage(lang: Lang, trouble: Bilingual | null): string {
  const title = { fr: 'Entrer au bureau', en: 'Enter the desk' }[lang];
  const label = { fr: 'Mot de passe', en: 'Password' }[lang];
  const button = { fr: 'Entrer', en: 'Enter' }[lang];
  const alert = trouble === null ? '' : `<p role="alert">${escaped(trouble[lang])}</p>`;
  return `<!doctype html>
<html lang="${lang}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><link rel="icon" href="/icon.svg"><title>${title}</title></head>
<body><main><h1>${title}</h1>${alert}<form method="post" action="/enter"><p><label>${label} <input type="password" name="password" autocomplete="current-password" required autofocus></label> <button>${button}</button></p></form></main></body>
</html>
`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
}

/** French where a browser prefers it to English, English otherwise. */
export function languageFor(acceptLanguage: string | null): Lang {
  const first = (acceptLanguage ?? '').split(',').find((part) => /^\s*(?:fr|en)\b/i.test(part));
  return /^\s*fr\b/i.test(first ?? '') ? 'fr' : 'en';
}
