import { type Bilingual, Problem } from '../core/index.ts';

/** Largest file that intake takes, in bytes. A dispatch is a few kilobytes; what is larger is another kind of thing. */
export const MOST_BYTES = 100_000_000;

const READ = {
  fr: 'Formats lus : texte brut (.txt) et HTML (.html).',
  en: 'Formats we read: plain text (.txt) and HTML (.html).',
};

export function empty(name: string, bytes: number): Problem {
  return new Problem('intake/empty', {
    fr: `${name} est vide : ${bytes === 0 ? 'aucun octet' : 'rien que des blancs'}. Enregistrez de nouveau la dépêche, ou retirez le fichier.`,
    en: `${name} is empty: ${bytes === 0 ? 'not one byte' : 'nothing but white space'}. Save the dispatch again, or take the file away.`,
  });
}

/** `what` is the kind of file that its first bytes show (`un fichier ZIP`), or null where only the zero bytes tell. */
export function binary(name: string, what: Bilingual | null, offset: number): Problem {
  return new Problem('intake/binary', {
    fr: `${name} n'est pas du texte : ${what ? `c'est ${what.fr}` : `octet de commande à la position ${offset}`}. ${READ.fr} Exportez-en le texte, puis donnez ce fichier-là.`,
    en: `${name} is no text: ${what ? `it is ${what.en}` : `a control byte stands at offset ${offset}`}. ${READ.en} Export its text and give that file.`,
  });
}

export function unreadFormat(name: string, what: Bilingual): Problem {
  return new Problem('intake/unread-format', {
    fr: `${name} est ${what.fr}, un format que Recoupe ne lit pas encore. ${READ.fr} Pour le prendre tel quel comme texte : --as text.`,
    en: `${name} is ${what.en}, a format that Recoupe does not read yet. ${READ.en} To take it as it stands as plain text: --as text.`,
  });
}

export function tooLarge(name: string, bytes: number): Problem {
  const seen = Math.ceil(bytes / 1_000_000);
  const most = MOST_BYTES / 1_000_000;
  return new Problem('intake/too-large', {
    fr: `${name} est trop gros : ${seen} Mo, pour ${most} Mo au plus. Découpez-le en dépêches, une par fichier.`,
    en: `${name} is too large: ${seen} MB, where ${most} MB are accepted. Cut it into dispatches, one to a file.`,
  });
}

/** More lines than any dispatch has; `MOST_LINES` of dispatch-from.ts. */
export function tooManyLines(name: string, lines: number, most: number): Problem {
  return new Problem('intake/too-large', {
    fr: `${name} est trop long pour une dépêche : ${lines} lignes, pour ${most} au plus. Découpez-le en dépêches, une par fichier.`,
    en: `${name} is too long for a dispatch: ${lines} lines, where ${most} are accepted. Cut it into dispatches, one to a file.`,
  });
}

export function vanished(name: string): Problem {
  return new Problem('intake/vanished', {
    fr: `${name} est introuvable : il n'existe pas, ou a été déplacé entre-temps. Vérifiez le chemin, puis relancez.`,
    en: `${name} cannot be found: it does not exist, or was moved meanwhile. Check the path and run again.`,
  });
}

export function unreadable(name: string, cause: NodeJS.ErrnoException): Problem {
  const code = cause.code ?? cause.name;
  return new Problem(
    'intake/unreadable',
    {
      fr: `${name} ne peut pas être lu (${code}). Vérifiez les droits du fichier et de son dossier, puis relancez.`,
      en: `${name} cannot be read (${code}). Check the rights of the file and of its folder, and run again.`,
    },
    { cause },
  );
}

/** `what` names what stands there: a device, a pipe, a socket. */
export function notAFile(name: string, what: Bilingual): Problem {
  return new Problem('intake/not-a-file', {
    fr: `${name} est ${what.fr}, pas un fichier. Donnez un fichier ou un dossier ; pour lire un flux, passez-le à l'entrée standard : recoupe read - < flux.`,
    en: `${name} is ${what.en}, not a file. Give a file or a folder; to read a stream, hand it to standard input: recoupe read - < stream.`,
  });
}

export function link(name: string): Problem {
  return new Problem('intake/link', {
    fr: `${name} est un lien : dans un dossier, les liens ne sont pas suivis (ils peuvent tourner en rond ou mener ailleurs). Donnez à part ce vers quoi il mène.`,
    en: `${name} is a link: inside a folder links are not followed (they may run in circles or lead elsewhere). Give what it leads to by its own path.`,
  });
}

export function nothingFound(folder: string): Problem {
  return new Problem('intake/nothing-found', {
    fr: `${folder} ne contient aucun fichier à lire. Mettez-y des dépêches (.txt, .html), ou donnez un autre dossier.`,
    en: `${folder} holds no file to read. Put dispatches into it (.txt, .html), or give another folder.`,
  });
}

export function namedTwice(name: string): Problem {
  return new Problem('intake/named-twice', {
    fr: `${name} est nommé deux fois : il est lu la première fois seulement. Retirez l'autre mention.`,
    en: `${name} is named twice: it is read the first time only. Take the other mention away.`,
  });
}

export function unknownEncoding(label: string): Problem {
  const known = 'utf-8, utf-16le, windows-1252, iso-8859-15, macintosh, windows-1256…';
  return new Problem('intake/unknown-encoding', {
    fr: `Aucun encodage lu ne s'appelle ${JSON.stringify(label)}. Noms reçus, par exemple : ${known} Sans --encoding, l'encodage est reconnu.`,
    en: `No encoding that we read is called ${JSON.stringify(label)}. Names accepted, for instance: ${known} Without --encoding it is recognised.`,
  });
}

/** The encoding that the user, the page or the byte-order mark states does not read the bytes from `offset` on. */
export function brokenEncoding(
  name: string,
  seen: { encoding: string; statedBy: Bilingual; offset: number; bytes: string },
): Problem {
  return new Problem('intake/broken-encoding', {
    fr: `${name} n'est pas en ${seen.encoding}, contrairement à ce que dit ${seen.statedBy.fr} : à l'octet ${seen.offset} se trouve ${seen.bytes}, que cet encodage ne lit pas. Donnez le bon encodage : --encoding NOM (windows-1252, utf-8…).`,
    en: `${name} is not in ${seen.encoding} as ${seen.statedBy.en} says: at byte ${seen.offset} stands ${seen.bytes}, which that encoding does not read. Give the right one: --encoding NAME (windows-1252, utf-8…).`,
  });
}

/** No encoding reads the bytes cleanly. `offset` is where UTF-8, or the closest of them, breaks. */
export function unclearEncoding(
  name: string,
  seen: { offset: number; bytes: string; tried: readonly string[]; wayOut: string },
): Problem {
  const tried = seen.tried.join(', ');
  return new Problem('intake/unclear-encoding', {
    fr: `L'encodage de ${name} n'est pas reconnu : à l'octet ${seen.offset} se trouve ${seen.bytes}. Essayés : ${tried}. Donnez-le par son nom, par exemple : --encoding ${seen.wayOut}.`,
    en: `The encoding of ${name} cannot be told: at byte ${seen.offset} stands ${seen.bytes}. Tried: ${tried}. Give it by name, for instance: --encoding ${seen.wayOut}.`,
  });
}

/** UTF-8 but for some bytes: two files in one, or one that was cut. No encoding reads it all; to choose another would garble the rest. */
export function mixedEncoding(name: string, seen: { offset: number; bytes: string; broken: number }): Problem {
  return new Problem('intake/mixed-encoding', {
    fr: `${name} est en UTF-8, sauf à ${seen.broken} endroit(s), d'abord à l'octet ${seen.offset} (${seen.bytes}) : deux encodages mêlés, ou un fichier coupé. Ouvrez-le dans un éditeur, corrigez ces caractères et enregistrez-le en UTF-8.`,
    en: `${name} is UTF-8 except at ${seen.broken} place(s), first at byte ${seen.offset} (${seen.bytes}): two encodings mixed, or a file cut short. Open it in an editor, mend these characters and save it as UTF-8.`,
  });
}

/** `cause` is the error of the library that reads pages, where it gave up. */
export function noArticle(name: string, cause?: unknown): Problem {
  const words = {
    fr: `${name} est une page HTML où aucun article n'a été trouvé (accueil, liste, page qui se remplit par script ?). Copiez le texte de l'article dans un fichier .txt, ou prenez la page telle quelle : --as text.`,
    en: `${name} is an HTML page in which no article was found (a front page, a list, a page filled in by script?). Copy the text of the article into a .txt file, or take the page as it stands: --as text.`,
  };
  return new Problem('intake/no-article', words, { cause });
}

export function pageTooComplex(name: string, what: Bilingual, seen: number, most: number): Problem {
  return new Problem('intake/page-too-complex', {
    fr: `${name} est une page HTML hors de toute mesure : ${seen} ${what.fr}, pour ${most} au plus. Copiez le texte de l'article dans un fichier .txt et donnez celui-ci.`,
    en: `${name} is an HTML page beyond all measure: ${seen} ${what.en}, where ${most} are accepted. Copy the text of the article into a .txt file and give that.`,
  });
}

export function badDate(value: string): Problem {
  return new Problem('intake/bad-date', {
    fr: `${JSON.stringify(value)} n'est pas une date du calendrier. Formes reçues : 2017-12-07, 2017-12, 2017.`,
    en: `${JSON.stringify(value)} is no date of the calendar. Forms accepted: 2017-12-07, 2017-12, 2017.`,
  });
}

export function badLanguage(tag: string): Problem {
  return new Problem('intake/bad-language', {
    fr: `${JSON.stringify(tag)} n'est pas une langue (BCP 47). Formes reçues : fr, fr-CA, en, ar…`,
    en: `${JSON.stringify(tag)} is no language (BCP 47). Forms accepted: fr, fr-CA, en, ar…`,
  });
}

export function badAddress(value: string): Problem {
  return new Problem('intake/bad-address', {
    fr: `${JSON.stringify(value)} n'est pas une adresse complète. Forme reçue : https://exemple.fr/depeche.`,
    en: `${JSON.stringify(value)} is no complete address. Form accepted: https://example.org/dispatch.`,
  });
}

/** `line` and `column` count from 1. */
export function dossierJson(path: string, line: number, column: number, seen: string): Problem {
  const what = seen === '' ? { fr: 'la fin du fichier', en: 'the end of the file' } : { fr: seen, en: seen };
  return new Problem('intake/dossier-json', {
    fr: `${path} n'est pas du JSON : ligne ${line}, colonne ${column}, ${what.fr} n'a pas sa place. Corrigez-le, ou retirez-le pour lire tout le dossier.`,
    en: `${path} is no JSON: line ${line}, column ${column}, ${what.en} does not belong there. Mend it, or take it away to read the whole folder.`,
  });
}

/** The file as a whole has not the shape of a dossier; `where` is the field, `seen` what stands there. */
export function dossierShape(path: string, where: string, seen: string): Problem {
  return new Problem('intake/dossier-shape', {
    fr: `${path} : ${where} vaut ${seen}. Forme reçue : {"title": "…", "dispatches": [{"file": "01.txt", "published": "2017-12-27"}]}.`,
    en: `${path}: ${where} is ${seen}. Shape accepted: {"title": "…", "dispatches": [{"file": "01.txt", "published": "2017-12-27"}]}.`,
  });
}

/** One entry is wrong; the others go on. */
export function dossierEntry(path: string, entry: string, why: Bilingual): Problem {
  return new Problem('intake/dossier-entry', {
    fr: `${path}, ${entry} : ${why.fr} Corrigez cette entrée ; les autres sont lues.`,
    en: `${path}, ${entry}: ${why.en} Mend this entry; the others are read.`,
  });
}

export function leadsOut(path: string, file: string, why: Bilingual): Problem {
  return new Problem('intake/leads-out', {
    fr: `${path} nomme ${JSON.stringify(file)}, qui mène hors de son dossier (${why.fr}) : refusé. Copiez le fichier à côté de dossier.json et nommez-le par son chemin dans ce dossier.`,
    en: `${path} names ${JSON.stringify(file)}, which leads out of its folder (${why.en}): refused. Copy the file beside dossier.json and name it by its path in that folder.`,
  });
}

export function missing(path: string, file: string): Problem {
  return new Problem('intake/missing', {
    fr: `${path} nomme ${JSON.stringify(file)}, qui n'est pas dans le dossier. Corrigez le nom (majuscules et accents comptent), ou retirez l'entrée.`,
    en: `${path} names ${JSON.stringify(file)}, which is not in the folder. Mend the name (case and accents count), or take the entry away.`,
  });
}
