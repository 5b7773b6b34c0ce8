import { Problem } from '../../../core/index.ts';

// The troubles of bringing dispatches in through the desk. docs/desk.md lists the codes with what to do.

export function badAddress(address: string): Problem {
  const seen = JSON.stringify(address.length > 200 ? `${address.slice(0, 200)}…` : address);
  return new Problem('import/bad-address', {
    fr: `${seen} n’est pas une adresse qui peut être lue. Formes reçues : http://… et https://…, sans nom ni mot de passe.`,
    en: `${seen} is no address that can be read. Forms accepted: http://… and https://…, without name or password.`,
  });
}

export function privateAddress(address: string, ip: string): Problem {
  return new Problem('import/private-address', {
    fr: `${address} mène à ${ip}, une machine que seul ce réseau atteint : refusé. Enregistrez la page dans un fichier et importez celui-ci.`,
    en: `${address} leads to ${ip}, a machine that only this network reaches: refused. Save the page to a file and import that.`,
  });
}

export function tooManyRedirects(address: string, most: number): Problem {
  return new Problem('import/too-many-redirects', {
    fr: `${address} renvoie ailleurs plus de ${most} fois. Ouvrez la page dans un navigateur et donnez l’adresse où elle finit.`,
    en: `${address} redirects more than ${most} times. Open the page in a browser and give the address where it ends.`,
  });
}

export function refusedBy(address: string, status: number): Problem {
  return new Problem('import/refused', {
    fr: `${address} ne donne pas sa page : réponse ${status}, 200 attendu. Si elle s’ouvre dans un navigateur, enregistrez-la dans un fichier et importez celui-ci.`,
    en: `${address} does not give its page: answer ${status}, where 200 is expected. If it opens in a browser, save it to a file and import that.`,
  });
}

export function noAnswerAt(address: string, cause: unknown): Problem {
  const seen = cause instanceof Error ? ((cause as NodeJS.ErrnoException).code ?? cause.message) : String(cause);
  return new Problem(
    'import/no-answer',
    {
      fr: `${address} ne répond pas comme il faut (${seen}). Vérifiez l’adresse et la connexion ; sinon, enregistrez la page dans un fichier et importez celui-ci.`,
      en: `${address} does not answer as it should (${seen}). Check the address and the connection; otherwise save the page to a file and import that.`,
    },
    { cause },
  );
}

export function addressTimedOut(address: string, seconds: number): Problem {
  return new Problem('import/too-slow', {
    fr: `${address} n’a pas donné sa page en ${seconds} secondes. Réessayez plus tard, ou enregistrez la page dans un fichier et importez celui-ci.`,
    en: `${address} did not give its page within ${seconds} seconds. Try again later, or save the page to a file and import that.`,
  });
}

export function tooLargeAt(address: string, most: number): Problem {
  return new Problem('import/too-large', {
    fr: `${address} donne plus de ${most / 1_000_000} Mo : ce n’est pas une dépêche. Copiez le texte de l’article et collez-le.`,
    en: `${address} gives more than ${most / 1_000_000} MB: that is no dispatch. Copy the text of the article and paste it.`,
  });
}

export function badCompression(address: string, ratio: number): Problem {
  return new Problem('import/bad-compression', {
    fr: `${address} envoie des données comprimées plus de ${ratio} fois : ce n’est pas du texte, et peut être un piège. Copiez le texte de l’article et collez-le.`,
    en: `${address} sends data compressed more than ${ratio} times: that is no text, and may be a trap. Copy the text of the article and paste it.`,
  });
}

export function unknownCompression(address: string, coding: string): Problem {
  return new Problem('import/unknown-compression', {
    fr: `${address} envoie sa page comprimée par « ${coding} ». Reçus : gzip, deflate, br. Enregistrez la page dans un fichier et importez celui-ci.`,
    en: `${address} sends its page compressed by “${coding}”. Accepted: gzip, deflate, br. Save the page to a file and import that.`,
  });
}

export function noFiles(): Problem {
  return new Problem('import/no-files', {
    fr: 'La demande ne contient aucun fichier. Envoyez-les en multipart/form-data, chacun comme partie « file ».',
    en: 'The request holds no file. Send them as multipart/form-data, each as a part “file”.',
  });
}

export function uploadTooLarge(most: number): Problem {
  return new Problem('import/upload-too-large', {
    fr: `Les fichiers envoyés ensemble font plus de ${most / 1_000_000} Mo. Envoyez-les en plusieurs fois, ou lancez « recoupe add DOSSIER » dans le terminal.`,
    en: `The files sent together are more than ${most / 1_000_000} MB. Send them in several goes, or run “recoupe add FOLDER” in the terminal.`,
  });
}

export function badFileName(name: string): Problem {
  return new Problem('import/bad-file-name', {
    fr: `${JSON.stringify(name)} mène hors du dossier envoyé, ou ne peut pas être un nom de fichier : refusé. Renommez le fichier.`,
    en: `${JSON.stringify(name)} leads out of the folder sent, or cannot be a file's name: refused. Rename the file.`,
  });
}
