import { Problem } from '../../core/index.ts';

export function folderInUse(folder: string): Problem {
  return new Problem('publish/folder-in-use', {
    fr: `${folder} n’est pas vide, et n’est pas une publication de Recoupe. Donnez un autre dossier à --out, ou videz celui-ci.`,
    en: `${folder} is not empty, and is no publication of Recoupe. Give --out another folder, or empty this one.`,
  });
}

export function folderRefused(folder: string, cause: NodeJS.ErrnoException): Problem {
  const seen = cause.code ?? cause.message;
  return new Problem(
    'publish/folder-refused',
    {
      fr: `Rien ne peut être écrit dans ${folder} (${seen}). Donnez à --out un dossier où vous pouvez écrire.`,
      en: `Nothing can be written in ${folder} (${seen}). Give --out a folder where you may write.`,
    },
    { cause },
  );
}

export function nothingToPublish(title: string): Problem {
  return new Problem('publish/nothing', {
    fr: `Le dossier « ${title} » n’a pas de dépêche : il n’y a rien à publier. « recoupe add FICHIER… --dossier "${title}" » en ajoute.`,
    en: `The dossier “${title}” has no dispatch: there is nothing to publish. “recoupe add FILE… --dossier "${title}"” adds some.`,
  });
}
