import { type Bilingual, Problem } from '../core/index.ts';
import type { Owner } from './store/owner-file.ts';

// The troubles of this room. docs/ledger.md lists the codes with what to do.

/* --- the folder and who holds it --- */

export function heldByAnother(folder: string, owner: Owner | null): Problem {
  const fr = owner ? `par ${ownerIn(owner, 'fr')}` : 'par un autre programme';
  const en = owner ? `by ${ownerIn(owner, 'en')}` : 'by another program';
  return new Problem('ledger/held', {
    fr:
      `Le registre ${folder} est tenu ${fr}, et ce programme ne peut pas s’y joindre. Fermez l’autre programme, ou ` +
      'travaillez sous le même compte et sur la même machine que lui. S’il a été interrompu ailleurs, attendez une minute.',
    en:
      `The ledger ${folder} is held ${en}, and this program cannot join it. Close the other program, or work under the ` +
      'same account and on the same machine. If it was cut off elsewhere, wait a minute.',
  });
}

export function heldByOlder(folder: string, owner: Owner | null): Problem {
  const fr = owner ? ownerIn(owner, 'fr') : 'un autre programme';
  const en = owner ? ownerIn(owner, 'en') : 'another program';
  return new Problem('ledger/held-by-older', {
    fr: `Le registre ${folder} est ouvert dans une version plus ancienne de Recoupe (${fr}). Fermez-la, puis recommencez.`,
    en: `The ledger ${folder} is open in an older Recoupe (${en}). Close that one, then try again.`,
  });
}

function ownerIn(owner: Owner, lang: 'fr' | 'en'): string {
  const { pid, host } = owner.process;
  return lang === 'fr'
    ? `le processus ${pid} de ${owner.user} sur ${host}, depuis ${owner.since}`
    : `process ${pid} of ${owner.user} on ${host}, since ${owner.since}`;
}

export function notALedger(folder: string, found: readonly string[]): Problem {
  const names = found.slice(0, 3).join(', ');
  return new Problem('ledger/not-a-ledger', {
    fr: `Le dossier ${folder} contient autre chose qu’un registre (${names}). Donnez un dossier vide ou nouveau à --ledger.`,
    en: `The folder ${folder} holds something other than a ledger (${names}). Give --ledger an empty or a new folder.`,
  });
}

export function folderRefused(folder: string, cause: Error): Problem {
  return new Problem(
    'ledger/folder-refused',
    {
      fr: `Impossible de lire et d’écrire dans ${folder} : ${cause.message}. Donnez à --ledger un dossier qui vous appartient.`,
      en: `Cannot read and write in ${folder}: ${cause.message}. Give --ledger a folder of your own.`,
    },
    { cause },
  );
}

export function noRuntimeFolder(tried: readonly string[]): Problem {
  return new Problem('ledger/no-runtime-folder', {
    fr: `Aucun dossier ne convient pour la prise du registre, qui doit être à vous seul et d’un chemin court : ${tried.join(', ')}. Faites de l’un d’eux un dossier à vous seul (chmod 700), ou donnez à TMPDIR un chemin court.`,
    en: `No folder will do for the ledger’s socket, which must be yours alone and have a short path: ${tried.join(', ')}. Make one of them yours alone (chmod 700), or give TMPDIR a short path.`,
  });
}

export function otherStoreVersion(folder: string, major: string): Problem {
  return new Problem('ledger/other-store-version', {
    fr: `Les fichiers de ${folder} viennent d’une autre version majeure de la base (${major}). Avec le Recoupe qui les a faits : recoupe ledger export FICHIER ; puis, avec celui-ci : recoupe ledger import FICHIER dans un nouveau registre.`,
    en: `The files of ${folder} were made by another major version of the database (${major}). With the Recoupe that made them: recoupe ledger export FILE; then, with this one: recoupe ledger import FILE into a new ledger.`,
  });
}

export function newerLedger(unknown: readonly string[], known: string): Problem {
  return new Problem('ledger/newer', {
    fr: `Le registre a été ouvert par un Recoupe plus récent : il a reçu ${unknown.join(', ')}, et cette version s’arrête à ${known}. Installez la version récente.`,
    en: `The ledger has been opened by a newer Recoupe: it was given ${unknown.join(', ')}, and this version ends at ${known}. Install the newer version.`,
  });
}

export function notDurable(folder: string, detail: string): Problem {
  return new Problem('ledger/not-durable', {
    fr: `Le registre ${folder} n’est pas ouvert : ce qui y serait écrit n’atteindrait pas sûrement le disque (${detail}). Signalez-le avec votre système et la version de Node.`,
    en: `The ledger ${folder} is not opened: what is written might not reach the disk (${detail}). Please report it with your system and version of Node.`,
  });
}

export function storeFailed(folder: string, detail: string): Problem {
  if (detail.includes('No space left on device')) return diskFull(detail);
  return new Problem('ledger/store-failed', {
    fr: `La base du registre ${folder} ne s’ouvre pas. Elle dit : ${detail}. Vérifiez la place sur le disque ; sinon, reprenez une sauvegarde (recoupe ledger import).`,
    en: `The database of the ledger ${folder} does not open. It says: ${detail}. Check the space on the disk; failing that, take a backup (recoupe ledger import).`,
  });
}

/* --- a server --- */

export function serverUnreachable(url: string, cause: unknown): Problem {
  const said = cause instanceof Error ? cause.message : String(cause);
  return new Problem(
    'ledger/server-unreachable',
    {
      fr: `Le serveur PostgreSQL ${withoutPassword(url)} ne répond pas comme il faut : ${said}. Vérifiez DATABASE_URL, le réseau et le mot de passe.`,
      en: `The PostgreSQL server ${withoutPassword(url)} does not answer as it should: ${said}. Check DATABASE_URL, the network and the password.`,
    },
    { cause },
  );
}

function withoutPassword(url: string): string {
  return URL.canParse(url) ? new URL(url).host + new URL(url).pathname : 'DATABASE_URL';
}

export function oldServer(version: string): Problem {
  return new Problem('ledger/old-server', {
    fr: `Ce serveur est un PostgreSQL ${version} ; il en faut un de version 15 ou plus.`,
    en: `This server is PostgreSQL ${version}; Recoupe needs version 15 or later.`,
  });
}

export function wrongEncoding(encoding: string): Problem {
  return new Problem('ledger/server-encoding', {
    fr: `La base est en ${encoding} ; il faut UTF8. Créez-en une : createdb --encoding UTF8 --template template0 recoupe.`,
    en: `The database is in ${encoding}; it must be UTF8. Make one: createdb --encoding UTF8 --template template0 recoupe.`,
  });
}

export function superuserNotice(): Bilingual {
  return {
    fr: 'Recoupe travaille sur ce serveur comme superutilisateur : PostgreSQL ne lui refuse alors rien, et l’interdiction de modifier les écritures passées ne tient pas. Donnez-lui un compte ordinaire.',
    en: 'Recoupe works on this server as a superuser: PostgreSQL refuses it nothing, so the ban on changing past entries does not hold. Give it an ordinary account.',
  };
}

export function connectionLost(cause: unknown): Problem {
  return new Problem(
    'ledger/connection-lost',
    {
      fr: 'La liaison avec le registre s’est rompue plusieurs fois de suite ; l’opération n’est pas faite. Recommencez : ce qui est déjà gardé ne sera pas doublé.',
      en: 'The connection to the ledger broke several times in a row; the operation is not done. Do it again: what is already kept is not doubled.',
    },
    { cause },
  );
}

/** `pg` took up a connection, or waited for one, and nobody greeted it. */
const NO_ANSWER = /timeout exceeded when trying to connect|due to connection timeout/;

/** What a user can do something about becomes a Problem; every other error stays what it is. */
export function databaseProblem(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof Problem) return error;
  const code = 'code' in error ? error.code : null;
  if (code === '53100' || code === 'ENOSPC') return diskFull(error);
  if (NO_ANSWER.test(error.message)) return noAnswer(error);
  return error;
}

function diskFull(cause: unknown): Problem {
  return new Problem(
    'ledger/disk-full',
    {
      fr: 'Il n’y a plus de place sur le disque du registre. Rien n’est perdu de ce qui était gardé ; l’opération n’est pas faite. Faites de la place et recommencez.',
      en: 'The ledger’s disk is full. Nothing that was kept is lost; the operation is not done. Make room and do it again.',
    },
    { cause },
  );
}

export function noAnswer(cause: unknown): Problem {
  return new Problem(
    'ledger/no-answer',
    {
      fr: 'Le programme qui tient le registre ne répond pas (il est peut-être suspendu). Reprenez-le ou fermez-le, puis recommencez : ce qui serait déjà gardé ne sera pas doublé.',
      en: 'The program that holds the ledger does not answer (it may be suspended). Resume or close it, then try again: what may already be kept is not doubled.',
    },
    { cause },
  );
}

/* --- dossiers and dispatches --- */

type Listed = { readonly id: string; readonly title: string };
const list = (dossiers: readonly Listed[]) => dossiers.map(({ id, title }) => `${title} (${id})`).join(', ');

export function noDossierYet(): Problem {
  return new Problem('ledger/no-dossier-yet', {
    fr: 'Le registre n’a encore aucun dossier. Ajoutez des dépêches : recoupe add DOSSIER_OU_FICHIER.',
    en: 'The ledger has no dossier yet. Add dispatches: recoupe add FOLDER_OR_FILE.',
  });
}

export function noSuchDossier(asked: string, dossiers: readonly Listed[]): Problem {
  return new Problem('ledger/no-such-dossier', {
    fr: `Aucun dossier ne s’appelle ${JSON.stringify(asked)}. Il y a : ${list(dossiers) || 'aucun dossier'}.`,
    en: `No dossier is called ${JSON.stringify(asked)}. There are: ${list(dossiers) || 'none'}.`,
  });
}

export function severalDossiers(asked: string | null, dossiers: readonly Listed[]): Problem {
  const which = asked === null ? '' : ` ${JSON.stringify(asked)}`;
  return new Problem('ledger/several-dossiers', {
    fr: `Plusieurs dossiers répondent${which} : ${list(dossiers)}. Dites lequel : --dossier ID.`,
    en: `Several dossiers answer${which}: ${list(dossiers)}. Say which: --dossier ID.`,
  });
}

export function emptyTitle(): Problem {
  return new Problem('ledger/empty-title', {
    fr: 'Le titre d’un dossier ne peut pas être vide.',
    en: 'The title of a dossier cannot be empty.',
  });
}

export function noDispatch(id: string): Problem {
  return new Problem('ledger/no-such-dispatch', {
    fr: `Le dossier n’a pas de dépêche ${id}.`,
    en: `The dossier has no dispatch ${id}.`,
  });
}

export function unstorableText(name: string): Problem {
  return new Problem('ledger/unstorable-text', {
    fr: `${name} contient un caractère nul ou la moitié d’un caractère : ce n’est pas du texte. Vérifiez son encodage.`,
    en: `${name} holds a null character or half of a character: this is no text. Check its encoding.`,
  });
}

export function badDay(day: string): Problem {
  return new Problem('ledger/bad-day', {
    fr: `${JSON.stringify(day)} n’est pas une date : donnez un jour (2017-12-07), un mois (2017-12) ou une année (2017).`,
    en: `${JSON.stringify(day)} is no date: give a day (2017-12-07), a month (2017-12) or a year (2017).`,
  });
}

export function badInstant(instant: string): Problem {
  return new Problem('ledger/bad-instant', {
    fr: `${JSON.stringify(instant)} n’est pas un instant : donnez-le avec son décalage, comme 2017-12-07T18:30:00Z.`,
    en: `${JSON.stringify(instant)} is no instant: give it with its offset, as in 2017-12-07T18:30:00Z.`,
  });
}

/* --- corrections --- */

export function wordsDiffer(
  words: { readonly start: number; readonly end: number; readonly text: string },
  there: string,
): Problem {
  return new Problem('ledger/words-differ', {
    fr: `La dépêche ne dit pas ${JSON.stringify(words.text)} de ${words.start} à ${words.end}, mais ${JSON.stringify(there)}.`,
    en: `The dispatch does not say ${JSON.stringify(words.text)} from ${words.start} to ${words.end}, but ${JSON.stringify(there)}.`,
  });
}

export function nothingThere(target: {
  readonly layer: string;
  readonly type: string | null;
  readonly words: { readonly text: string };
}): Problem {
  const words = JSON.stringify(target.words.text);
  return new Problem('ledger/nothing-there', {
    fr: `Rien n’a changé : à ces mots (${words}) il n’y a rien de ce type (${target.type ?? target.layer}) qui ait la valeur vue, ou elle est déjà celle voulue. Rechargez la dépêche.`,
    en: `Nothing changed: at these words (${words}) there is nothing of that type (${target.type ?? target.layer}) with the value seen, or it has the value wanted. Load the dispatch again.`,
  });
}

export function badValue(slot: string, why: string): Problem {
  return new Problem('ledger/bad-value', {
    fr: `La valeur donnée à ${slot} ne convient pas : ${why}.`,
    en: `The value given to ${slot} does not fit: ${why}.`,
  });
}

export function noEntry(id: string): Problem {
  return new Problem('ledger/no-such-entry', {
    fr: `Le dossier n’a pas d’écriture ${id}.`,
    en: `The dossier has no entry ${id}.`,
  });
}

export function cannotUndo(entry: { readonly id: string; readonly kind: string }): Problem {
  return new Problem('ledger/cannot-undo', {
    fr: `L’écriture ${entry.id} (${entry.kind}) ne s’annule pas. Une dépêche se retire par recoupe remove.`,
    en: `The entry ${entry.id} (${entry.kind}) cannot be undone. A dispatch is taken out by recoupe remove.`,
  });
}

export function alreadyUndone(
  entry: { readonly id: string },
  by: { readonly id: string; readonly author: string; readonly learned: string },
): Problem {
  return new Problem('ledger/already-undone', {
    fr: `L’écriture ${entry.id} a déjà été annulée par ${by.author} (${by.learned}). Pour la rétablir, annulez ${by.id}.`,
    en: `The entry ${entry.id} was already undone by ${by.author} (${by.learned}). To bring it back, undo ${by.id}.`,
  });
}

export function mergeCircle(id: string, into: string): Problem {
  return new Problem('ledger/merge-circle', {
    fr: `${id} et ${into} comptent déjà pour le même.`,
    en: `${id} and ${into} already count as the same.`,
  });
}

export function notMerged(id: string): Problem {
  return new Problem('ledger/not-merged', {
    fr: `${id} n’est réuni à aucun autre.`,
    en: `${id} is merged into no other.`,
  });
}

export function noReason(): Problem {
  return new Problem('ledger/no-reason', {
    fr: 'Retirer une dépêche demande un motif : --reason.',
    en: 'Removing a dispatch needs a reason: --reason.',
  });
}

/* --- export and import --- */

export function exportDisturbed(): Problem {
  return new Problem('ledger/export-disturbed', {
    fr: 'Une dépêche a été retirée pendant l’export ; rien n’est écrit. Recommencez.',
    en: 'A dispatch was removed during the export; nothing is written. Do it again.',
  });
}

export function brokenExport(path: string, line: number, why: string): Problem {
  return new Problem('ledger/broken-export', {
    fr: `${path} n’est pas un registre exporté complet : ligne ${line}, ${why}. Rien n’en est repris. Exportez-le de nouveau.`,
    en: `${path} is not a complete exported ledger: line ${line}, ${why}. Nothing of it is taken. Export it again.`,
  });
}

export function newerFormat(path: string, format: number, known: number): Problem {
  return new Problem('ledger/newer-format', {
    fr: `${path} est au format ${format} ; ce Recoupe lit jusqu’au format ${known}. Installez la version récente.`,
    en: `${path} is in format ${format}; this Recoupe reads up to format ${known}. Install the newer version.`,
  });
}

/** An error of the file system becomes a Problem; every other one stays what it is. */
export function fileTrouble(path: string, error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof Problem || !('syscall' in error)) return error;
  return new Problem(
    'ledger/file',
    {
      fr: `Le fichier ${path} ne se laisse pas lire ou écrire : ${error.message}.`,
      en: `The file ${path} cannot be read or written: ${error.message}.`,
    },
    { cause: error },
  );
}
