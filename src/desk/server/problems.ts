import { Problem } from '../../core/index.ts';

// The troubles of the desk. docs/desk.md lists the codes with what to do.

export function notFound(path: string): Problem {
  return new Problem('desk/not-found', {
    fr: `Il n’y a rien à l’adresse ${path}. Ce qui peut être demandé est décrit à /api.`,
    en: `There is nothing at ${path}. What can be asked is described at /api.`,
  });
}

export function wrongMethod(method: string, path: string): Problem {
  return new Problem('desk/wrong-method', {
    fr: `${path} ne répond pas à ${method}. Ce qui peut être demandé est décrit à /api.`,
    en: `${path} does not answer ${method}. What can be asked is described at /api.`,
  });
}

export function badRequest(where: string, what: string): Problem {
  return new Problem('desk/bad-request', {
    fr: `La demande n’est pas comme il faut : ${where} : ${what}. La forme attendue est décrite à /api.`,
    en: `The request is not as it should be: ${where}: ${what}. The shape expected is described at /api.`,
  });
}

export function foreignHost(asked: string | null, host: string): Problem {
  return new Problem('desk/foreign-host', {
    fr: `Le bureau ne répond qu’à l’adresse http://${host}, et non à « ${asked ?? ''} ». Ouvrez celle que le terminal affiche.`,
    en: `The desk answers at http://${host} only, and not at “${asked ?? ''}”. Open the one that the terminal shows.`,
  });
}

export function foreignOrigin(): Problem {
  return new Problem('desk/foreign-origin', {
    fr: 'Cette demande vient d’une autre page que le bureau : elle est refusée. Ouvrez le bureau lui-même.',
    en: 'This request comes from a page other than the desk: it is refused. Open the desk itself.',
  });
}

export function notEntered(): Problem {
  return new Problem('desk/not-entered', {
    fr: 'Ce navigateur n’est pas entré. Ouvrez l’adresse que le terminal affiche : elle donne l’accès une fois.',
    en: 'This browser has not entered. Open the address that the terminal shows: it lets you in once.',
  });
}

export function tokenUsed(): Problem {
  return new Problem('desk/token-used', {
    fr: 'Cette adresse a déjà servi, ou n’est pas celle de ce bureau. Pour en avoir une nouvelle : Ctrl-C dans le terminal, puis « recoupe desk ».',
    en: 'This address has been used already, or is not that of this desk. For a new one: Ctrl-C in the terminal, then “recoupe desk”.',
  });
}

export function failed(): Problem {
  return new Problem('desk/failed', {
    fr: 'Le bureau a rencontré une faute qui est la sienne. Le terminal en donne le détail ; signalez-la, s’il vous plaît.',
    en: 'The desk met a fault of its own. The terminal shows the details; please report it.',
  });
}

export function noDispatch(id: string, dossier: string): Problem {
  return new Problem('desk/no-such-dispatch', {
    fr: `Le dossier « ${dossier} » n’a pas de dépêche ${id}. Elle a peut-être été retirée.`,
    en: `The dossier “${dossier}” has no dispatch ${id}. It may have been removed.`,
  });
}

export function noQuestion(id: string, dossier: string): Problem {
  return new Problem('desk/no-such-question', {
    fr: `Aucune affirmation du dossier « ${dossier} » ne répond à la question ${id}.`,
    en: `No claim of the dossier “${dossier}” answers the question ${id}.`,
  });
}

export function unknownSource(who: string): Problem {
  return new Problem('desk/unknown-source', {
    fr: `« ${who} » ne parle pas dans ce dossier. Choisissez une source de sa liste.`,
    en: `“${who}” does not speak in this dossier. Choose a source from its list.`,
  });
}

export function noSuchVerdictSubject(kind: string, id: string): Problem {
  return new Problem('desk/no-such-subject', {
    fr: `Ce dossier n’a rien de tel : ${kind} ${id}. Rechargez la page : il a peut-être changé entre-temps.`,
    en: `This dossier has no such thing: ${kind} ${id}. Reload the page: it may have changed meanwhile.`,
  });
}

export function noSource(id: string, dossier: string): Problem {
  return new Problem('desk/no-such-source', {
    fr: `Aucune source « ${id} » ne parle dans le dossier « ${dossier} ». Choisissez-en une dans sa liste.`,
    en: `No source “${id}” speaks in the dossier “${dossier}”. Choose one from its list.`,
  });
}

export function noSeries(question: string, unit: string | null): Problem {
  const of = unit === null ? question : `${question} (${unit})`;
  return new Problem('desk/no-such-series', {
    fr: `Aucun chiffre ne répond à ${of}. Les séries du dossier sont à …/series.`,
    en: `No figure answers ${of}. The series of the dossier are at …/series.`,
  });
}

export function notByPage(): Problem {
  return new Problem('desk/foreign-change', {
    fr: 'Ce changement ne vient pas d’une page du bureau (en-tête x-recoupe absent) : il est refusé.',
    en: 'This change does not come from a page of the desk (no header x-recoupe): it is refused.',
  });
}

export function badJson(what: string): Problem {
  return new Problem('desk/bad-request', {
    fr: `Le corps de la demande n’est pas ce qui est attendu : ${what}. La forme est décrite à /api.`,
    en: `The body of the request is not what is expected: ${what}. Its shape is described at /api.`,
  });
}

export function noPage(folder: string): Problem {
  return new Problem('desk/no-page', {
    fr: `La page n’est pas construite : ${folder} manque. Dans un dépôt, lancez « npm run build » ; sinon, réinstallez recoupe.`,
    en: `The page is not built: ${folder} is missing. In a checkout, run “npm run build”; otherwise install recoupe again.`,
  });
}

export function portTaken(port: number, cause: unknown): Problem {
  return new Problem(
    'desk/port-taken',
    {
      fr: `Le port ${port} est pris par un autre programme. Donnez-en un autre à --port, ou laissez le bureau en choisir un.`,
      en: `Port ${port} is taken by another program. Give --port another one, or let the desk choose.`,
    },
    { cause },
  );
}

export function portRefused(port: number, cause: Error): Problem {
  return new Problem(
    'desk/port-refused',
    {
      fr: `Le bureau ne peut pas écouter sur 127.0.0.1, port ${port} : ${cause.message}. Donnez un autre port à --port.`,
      en: `The desk cannot listen on 127.0.0.1, port ${port}: ${cause.message}. Give another port to --port.`,
    },
    { cause },
  );
}

/** The HTTP status that tells of a problem. */
export function statusOf(code: string): 400 | 401 | 403 | 404 | 405 | 409 | 413 | 421 | 429 | 500 | 503 {
  return STATUS.find(([codes]) => codes.test(code))?.[1] ?? 500;
}

const STATUS = [
  [/^desk\/not-entered$/, 401],
  [/^desk\/(?:foreign-origin|foreign-change|token-used|wrong-password)$/, 403],
  [/^desk\/too-many-tries$/, 429],
  [/^import\/upload-too-large$/, 413],
  [/^ledger\/(?:already-undone|nothing-there)$/, 409],
  [/^desk\/foreign-host$/, 421],
  [/^desk\/wrong-method$/, 405],
  [/^(?:desk\/not-found|(?:desk|ledger)\/no-such-.+|ask\/unknown-.+|desk\/unknown-.+)$/, 404],
  [/^(?:desk\/bad-.+|import\/.+|intake\/.+|ledger\/(?:bad-.+|words-differ|cannot-undo|empty-title))$/, 400],
  [/^ledger\//, 503],
] as const;
