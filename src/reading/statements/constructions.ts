import type { Span } from '../../core/index.ts';
import { isRelation, type Token } from '../../language/index.ts';
import { nounPhrase, type TokenRange } from '../sources/noun-phrase.ts';
import { chargeEnd, clauseEnd, nominalEnd, phraseEnd, TOLD } from './content-end.ts';
import { type Cue, has } from './cues.ts';
import { aroundIncise, asSaid, CLOSING, incisEnd, inverted, isInciseAfter, readIn } from './incises.ts';
import {
  canSpeak,
  contentSpan,
  pastAsides,
  phraseEndingAt,
  quoteAround,
  type Scope,
  STOP,
  sentenceLast,
  subjectOf,
  tokenFrom,
} from './scope.ts';

/** What a construction finds: the words said and the words that name who says them. */
export type Attribution = {
  readonly content: readonly Span[];
  /** Null where the sentence does not name the speaker (a gerund whose main clause is another statement's). */
  readonly source: TokenRange | null;
  /** Name of the construction. */
  readonly rule: string;
  /** Last token of the attributing words and what stands with them: times before it tell when it was said. */
  readonly frame: TokenRange;
};

export type Construction = {
  readonly name: string;
  readonly read: (cue: Cue, scope: Scope) => Omit<Attribution, 'rule'> | null;
  /** Sentences with what is said and by whom. The tests run all of them. */
  readonly reads: readonly (readonly [sentence: string, content: string, source: string])[];
  readonly ignores?: readonly string[];
};

/**
 * The ways in which a reporting verb takes what is said. Each is tried in this order and the first that fits is taken, but
 * a quotation after a colon is a statement beside the one that announces it.
 */
export const constructions: readonly Construction[] = [
  {
    name: 'incise',
    read: (cue, scope) => {
      const { tokens } = scope.sentence;
      const as = asSaid(cue, scope);
      const start = as ?? cue.start;
      const before = tokens[start - 1];
      if (cue.form !== 'finite' || !(before ? CLOSING.test(before.text) : as === 0)) return null;
      // Right behind a quotation any verb of the list reports it: « « Faux », balaie le ministère ».
      const isQuoted = /^["»”]$/.test(before?.text ?? '') || /^["»”]$/.test(tokens[start - 2]?.text ?? '');
      if (!has(cue, 's', 'w', 'q') && !isQuoted && !(as !== null && has(cue, 'n'))) return null;
      const subject = readIn(cue, scope) ?? inverted(cue, scope);
      if (!subject) return null;
      const frame = { first: start, last: incisEnd(scope, Math.max(subject.last, cue.last)) };
      if (!isQuoted && as === null && !cutsClause(cue, frame, scope)) return null;
      const content = aroundIncise({ ...cue, start }, frame, scope);
      return content.length > 0 ? { content, source: subject, frame } : null;
    },
    reads: [
      ['Faux, rétorque la mairie.', 'Faux', 'la mairie'],
      ['« Le pont a cédé », a raconté au Petit Phare Odile Marsac.', 'Le pont a cédé', 'Odile Marsac'],
      [
        '« Le pont a cédé », prévient l’un d’eux, l’ingénieur Armand Sorel.',
        'Le pont a cédé',
        'l’ingénieur Armand Sorel',
      ],
      [
        'Le pont a cédé, ont indiqué à l’AFP des sources proches du dossier.',
        'Le pont a cédé',
        'des sources proches du dossier',
      ],
      ['La route sera rouverte mardi, a annoncé le préfet.', 'La route sera rouverte mardi', 'le préfet'],
      [
        '« Nous tiendrons », a ajouté lundi le colonel Armand Sorel, de l’état-major.',
        'Nous tiendrons',
        'le colonel Armand Sorel, de l’état-major',
      ],
      ['Comme l’a dit la préfète, la route rouvrira.', 'la route rouvrira', 'la préfète'],
      ['La route rouvrira, comme l’a indiqué lundi la préfète.', 'La route rouvrira', 'la préfète'],
      ['Le pont a cédé, à ce que rapportent des riverains.', 'Le pont a cédé', 'des riverains'],
      ['"La récolte est perdue", déplore-t-elle.', 'La récolte est perdue', '-t-elle'],
      ['Le car était vide, a-t-on appris auprès de la gendarmerie.', 'Le car était vide', 'la gendarmerie'],
      ['Le car était vide, a-t-on indiqué lundi de source policière.', 'Le car était vide', 'source policière'],
      ['« Le car était vide », indique-t-on à la gendarmerie.', 'Le car était vide', 'la gendarmerie'],
      [
        'Le club paiera ses dettes, a prévenu, de son côté, la présidente, Odile Marsac.',
        'Le club paiera ses dettes',
        'la présidente, Odile Marsac',
      ],
    ],
    ignores: [
      'Le maire, lundi, a fermé le pont.',
      'Venu de Lyon, le témoin a raconté sa nuit.',
      'Le ministre, arrivé lundi, déplore un manque de moyens.',
      'Le maire, en visite à Lyon, dément le départ du préfet.',
    ],
  },
  {
    name: 'demands-of',
    read: (cue, scope) => {
      if (!has(cue, 'n') || !has(cue, 'd') || cue.verb.act !== 'demand' || cue.form !== 'finite') return null;
      const { tokens } = scope.sentence;
      const of = pastAsides(scope, cue.last + 1);
      if (!/^(?:de|d'|du|des)$/.test(tokens[of]?.lower ?? '')) return null;
      const asked = nounPhrase(scope.sentence, of + 1, scope.phrases);
      const at = asked && pastAsides(scope, asked.last + 1);
      if (!asked || at === null || !canSpeak(scope, asked)) return null;
      const isClause = /^qu[e']$/.test(tokens[at]?.lower ?? '');
      if (!isClause && !opensObject(tokens, at)) return null;
      const end = isClause ? clauseEnd(at + 1, cue, scope) : nominalEnd(at, cue, scope);
      const content = contentSpan(scope, asked.first, end);
      return byItsSpeaker(content, cue, scope, of);
    },
    reads: [
      ['La ligue exige de Lyon le paiement des primes.', 'Lyon le paiement des primes', 'La ligue'],
      ['La ligue exige de Lyon qu’il paie les primes.', 'Lyon qu’il paie les primes', 'La ligue'],
    ],
    ignores: ['Le maire exige de la patience.'],
  },
  {
    name: 'que-clause',
    read: (cue, scope) => {
      if (!has(cue, 'q') || !speaks(cue)) return null;
      const que = thatAfter(cue, scope);
      if (que === null || isOnly(cue, que, scope)) return null;
      const content = contentSpan(scope, que + 1, clauseEnd(que + 1, cue, scope));
      return byItsSpeaker(content, cue, scope, que);
    },
    reads: [
      ['Le ministère a averti que toute fraude serait punie.', 'toute fraude serait punie', 'Le ministère'],
      [
        'Le ministère de la Santé a indiqué mardi que l’épidémie reculait.',
        'l’épidémie reculait',
        'Le ministère de la Santé',
      ],
      ['La juge affirme, dans un communiqué, que le dossier est clos.', 'le dossier est clos', 'La juge'],
      ['L’entraîneur estime que « le plus dur reste à faire ».', 'le plus dur reste à faire', 'L’entraîneur'],
    ],
    ignores: [
      'La loi, qui ne prévoit qu’une aide, est votée.',
      'Le préfet a annoncé les mesures que la ville attendait.',
    ],
  },
  {
    name: 'colon-clause',
    read: (cue, scope) => {
      if (!has(cue, 'q', 's') || cue.form !== 'finite') return null;
      const { tokens } = scope.sentence;
      const colon = pastAsides(scope, cue.last + 1);
      if (tokens[colon]?.text !== ':' || quoteAround(scope, colon)) return null;
      const isQuoted = scope.quotes.some(
        ({ outer }) => outer.start >= tokens[colon]!.end && outer.start <= tokens[colon]!.end + 4,
      );
      const source = speaker(cue, scope);
      if (isQuoted || !source || !(canSpeak(scope, source) || tokens[source.first]!.upos === 'PRON')) return null;
      const content = contentSpan(scope, colon + 1, clauseEnd(colon + 1, cue, scope));
      const isClause = tokens.slice(colon + 1).some(({ feats }) => /VerbForm=Fin/.test(feats));
      return isClause && content ? { content: [content], source, frame: { first: cue.start, last: colon } } : null;
    },
    reads: [
      ['Le préfet prévient : la route restera fermée.', 'la route restera fermée', 'Le préfet'],
      ['Le club s’en défend : les comptes n’étaient pas clos.', 'les comptes n’étaient pas clos', 'Le club'],
    ],
    ignores: ['Le préfet a annoncé trois mesures : la route sera fermée.'],
  },
  {
    name: 'to-somebody',
    read: (cue, scope) => {
      if (!has(cue, 'd') || !/^(?:demand|accuse|deplore)$/.test(cue.verb.act)) return null;
      if (!speaks(cue)) return null;
      const { tokens } = scope.sentence;
      const to = pastAsides(scope, cue.last + 1);
      if (!/^(?:à|au|aux)$/.test(tokens[to]?.lower ?? '')) return null;
      const hearer = nounPhrase(scope.sentence, to + 1, scope.phrases);
      const of = hearer && pastAsides(scope, hearer.last + 1);
      if (!hearer || of === null || !/^d[e']$/.test(tokens[of]?.lower ?? '') || !isInfinitive(tokens, of + 1))
        return null;
      const content = contentSpan(scope, to, phraseEnd(of, cue, scope));
      return byItsSpeaker(content, cue, scope, to);
    },
    reads: [
      ['La ligue reproche au club de ne pas payer ses joueurs.', 'au club de ne pas payer ses joueurs', 'La ligue'],
      ['Le préfet a demandé aux habitants de rester chez eux.', 'aux habitants de rester chez eux', 'Le préfet'],
    ],
    ignores: ['La ligue reproche au club sa lenteur.'],
  },
  {
    name: 'infinitive',
    read: (cue, scope) => {
      if (!speaks(cue)) return null;
      const { tokens } = scope.sentence;
      const at = pastAsides(scope, cue.last + 1);
      const marker = tokens[at]?.lower;
      const isContracted = /^(?:au|aux)$/.test(marker ?? '');
      const takes =
        has(cue, 'i') && isInfinitive(tokens, at)
          ? at
          : has(cue, 'd') && /^d[e']$/.test(marker ?? '') && isInfinitive(tokens, at + 1)
            ? at + 1
            : null;
      const first =
        takes ??
        (has(cue, 'a') && marker === 'à' ? afterTo(tokens, at + 1) : has(cue, 'a') && isContracted ? at : null);
      if (first === null) return null;
      const content = contentSpan(scope, first, phraseEnd(first, cue, scope));
      return byItsSpeaker(content, cue, scope, first);
    },
    reads: [
      [
        'Le club affirme avoir vendu mille places, un chiffre impossible à vérifier.',
        'avoir vendu mille places',
        'Le club',
      ],
      ['Le club assure avoir pris « toutes les mesures utiles ».', 'avoir pris « toutes les mesures utiles', 'Le club'],
      ['La ministre dit toutefois craindre une grève.', 'craindre une grève', 'La ministre'],
      ['Le groupe affirme avoir retrouvé les archives.', 'avoir retrouvé les archives', 'Le groupe'],
      ['Le club dit avoir payé ses joueurs, la ligue attend.', 'avoir payé ses joueurs', 'Le club'],
      ['Le maire a promis de rouvrir le pont, et la région, son alliée, attend.', 'rouvrir le pont', 'Le maire'],
      ['La ministre a promis de publier les comptes.', 'publier les comptes', 'La ministre'],
      ['Les syndicats appellent à cesser le travail lundi.', 'cesser le travail lundi', 'Les syndicats'],
    ],
    ignores: ['Il a dit bonjour au facteur.'],
  },
  {
    name: 'accuses-of',
    read: (cue, scope) => {
      if (!has(cue, 'o') || cue.form === 'passive') return null;
      const at = pastAsides(scope, cue.last + 1);
      const charge = chargeOfPronoun(cue, at, scope);
      if (charge) return byItsSpeaker(charge, cue, scope, at);
      const isQuoted = /^["«“]$/.test(scope.sentence.tokens[at]?.text ?? '');
      const phrase = nounPhrase(scope.sentence, isQuoted ? at + 1 : at, scope.phrases);
      if (!phrase) return null;
      const some = ofThem(scope.sentence.tokens, phrase);
      const object =
        isQuoted && /^["»”]$/.test(scope.sentence.tokens[phrase.last + 1]?.text ?? '')
          ? { ...phrase, last: phrase.last + 1 }
          : some;
      const content = contentSpan(scope, at, phraseEnd(at, cue, scope));
      const { tokens } = scope.sentence;
      // « crédite le maire de 24 % des voix »
      const isCounted =
        cue.verb.lemma === 'créditer' &&
        tokens
          .slice(at, object.last + 4)
          .some(({ upos }, i, all) => upos === 'NUM' && /^d[e']$/.test(all[i - 1]?.lower ?? ''));
      const isCharge =
        isCounted ||
        /^d[e']$/.test(tokens[object.last + 1]?.lower ?? '') ||
        tokens.some(
          ({ lower }, i) =>
            i > object.last && i < object.last + 20 && /^d[e']$/.test(lower) && isInfinitive(tokens, i + 1),
        );
      return isCharge ? byItsSpeaker(content, cue, scope, at) : null;
    },
    reads: [
      ['Le maire, lui, accuse la région de bloquer les travaux.', 'la région de bloquer les travaux', 'Le maire'],
      ['Un sondage crédite le maire de 24 % des voix.', 'le maire de 24 % des voix', 'Un sondage'],
      ['Le maire accuse la plupart d’entre eux de tricher.', 'la plupart d’entre eux de tricher', 'Le maire'],
      ['La ligue accuse « certains clubs » de tricher.', 'certains clubs » de tricher', 'La ligue'],
      ['Le maire a accusé la région de bloquer les travaux.', 'la région de bloquer les travaux', 'Le maire'],
      ['La région, que le maire accuse de bloquer les travaux, se défend.', 'bloquer les travaux', 'le maire'],
      ['Le maire les accuse de bloquer les travaux.', 'bloquer les travaux', 'Le maire'],
      ['La réforme, que la juge a qualifiée de « gadget », est votée.', 'gadget', 'la juge'],
    ],
    ignores: ['Le coureur accuse un retard.'],
  },
  {
    name: 'urges-to',
    read: (cue, scope) => {
      if (!has(cue, 'p') || !speaks(cue)) return null;
      const { tokens } = scope.sentence;
      const at = pastAsides(scope, cue.last + 1);
      const isPronoun = /^(?:chacun|chacune|tous|toutes|ceux|celles)$/.test(tokens[at]?.lower ?? '');
      const phrase = tokens[at]?.upos === 'ADP' ? null : nounPhrase(scope.sentence, at, scope.phrases);
      const object = phrase ?? (isPronoun ? { first: at, last: at } : null);
      if (!object) return null;
      const past = pastAsides(scope, object.last + 1);
      const to = /^["«“]$/.test(tokens[past]?.text ?? '') ? past + 1 : past;
      // « a appelé les deux camps à une trêve », and nobody « appelle sa sœur à l'hôpital » who is a camp
      const isThing = tokens[to + 1]?.upos === 'DET' && !isPronoun && canSpeak(scope, object);
      const isUrged =
        tokens[to]?.lower === 'à' && (isInfinitive(tokens, to + 1) || looksInfinitive(tokens[to + 1]) || isThing);
      const content = isUrged ? contentSpan(scope, at, phraseEnd(at, cue, scope)) : null;
      return byItsSpeaker(content, cue, scope, at);
    },
    reads: [
      ['Le maire a appelé les habitants à économiser l’eau.', 'les habitants à économiser l’eau', 'Le maire'],
      ['Le maire a appelé les syndicats à la retenue.', 'les syndicats à la retenue', 'Le maire'],
      ['La ligue exhorte les clubs « à payer leurs joueurs ».', 'les clubs « à payer leurs joueurs', 'La ligue'],
      ['La ligue exhorte les clubs à publier leurs comptes.', 'les clubs à publier leurs comptes', 'La ligue'],
    ],
    ignores: ['Le maire a appelé sa sœur à Lyon.', 'Le club a invité les joueurs.'],
  },
  {
    name: 'in-favour',
    read: (cue, scope) => {
      if (!has(cue, 'r') || !speaks(cue)) return null;
      const { tokens } = scope.sentence;
      const at = pastAsides(scope, cue.last + 1);
      if (tokens[at]?.lower !== 'pour') return null;
      const content = contentSpan(scope, at + 1, nominalEnd(at + 1, cue, scope));
      return byItsSpeaker(content, cue, scope, at);
    },
    reads: [['Le maire a plaidé dimanche pour une baisse des loyers.', 'une baisse des loyers', 'Le maire']],
    ignores: ['L’avocate a plaidé deux heures.'],
  },
  {
    name: 'against',
    read: (cue, scope) => {
      if (!has(cue, 'g') || !speaks(cue)) return null;
      const { tokens } = scope.sentence;
      const against = tokens.findIndex(({ lower }, i) => i > cue.last && i <= cue.last + 8 && lower === 'contre');
      if (against < 0 || tokens.slice(cue.last + 1, against).some(({ upos }) => /^(?:VERB|PUNCT)$/.test(upos)))
        return null;
      const content = contentSpan(scope, against + 1, nominalEnd(against + 1, cue, scope));
      return byItsSpeaker(content, cue, scope, against);
    },
    reads: [
      ['La présidente a mis en garde contre une nouvelle crue.', 'une nouvelle crue', 'La présidente'],
      ['Le préfet a mis en garde les baigneurs contre les courants.', 'les courants', 'Le préfet'],
    ],
    ignores: ['Le préfet a mis en garde les baigneurs.'],
  },
  {
    name: 'says-itself',
    read: (cue, scope) => {
      if (!/^se (?:dire|déclarer|proclamer|affirmer|avouer|prétendre)$/.test(cue.verb.lemma) || cue.form !== 'finite')
        return null;
      const { tokens } = scope.sentence;
      const at = pastAsides(scope, cue.last + 1);
      const opens = /^["«“]$/.test(tokens[at]?.text ?? '') ? at + 1 : at;
      const word = tokens[opens]?.upos === 'ADV' ? tokens[opens + 1] : tokens[opens];
      const isQuality = /^(?:ADJ|NOUN)$/.test(word?.upos ?? '') || /VerbForm=Part/.test(word?.feats ?? '');
      if (!isQuality) return null;
      const source = speaker(cue, scope);
      const content = contentSpan(scope, at, phraseEnd(at, cue, scope));
      return source && content && { content: [content], source, frame: { first: cue.start, last: at } };
    },
    reads: [
      ['Le club se dit étranger à l’affaire.', 'étranger à l’affaire', 'Le club'],
      ['La mairie s’est déclarée prête à payer.', 'prête à payer', 'La mairie'],
      ['Le club s’est dit « très inquiet » du retard.', 'très inquiet » du retard', 'Le club'],
    ],
    ignores: ['Le mot se dit souvent dans le Nord.'],
  },
  {
    name: 'accused-by',
    read: (cue, scope) => {
      if (!has(cue, 'o') || cue.form !== 'passive') return null;
      const { tokens } = scope.sentence;
      const by = pastAsides(scope, cue.last + 1);
      if (tokens[by]?.lower !== 'par') return null;
      const source = nounPhrase(scope.sentence, by + 1, scope.phrases);
      if (!source || !canSpeak(scope, source)) return null;
      const of = pastAsides(scope, source.last + 1);
      if (!/^d[e'u]s?$/.test(tokens[of]?.lower ?? '')) return null;
      const first = tokens[of]!.parts ? of : of + 1;
      const content = contentSpan(scope, first, chargeEnd(first, cue, scope));
      return content && { content: [content], source, frame: { first: cue.start, last: of } };
    },
    reads: [
      ['Le club, accusé par la ligue de tricher, se tait.', 'tricher', 'la ligue'],
      ['Le notaire a été accusé par le maire d’avoir menti.', 'avoir menti', 'le maire'],
    ],
    ignores: ['Le retard accusé par le coureur est de dix secondes.'],
  },
  {
    name: 'of-something',
    read: (cue, scope) => {
      if (!has(cue, 'm') || !speaks(cue)) return null;
      const { tokens } = scope.sentence;
      const at = pastAsides(scope, cue.last + 1);
      if (!/^(?:de|d'|du|des)$/.test(tokens[at]?.lower ?? '') || isInfinitive(tokens, at + 1)) return null;
      const content = contentSpan(scope, at + 1, nominalEnd(at + 1, cue, scope));
      return byItsSpeaker(content, cue, scope, at);
    },
    reads: [
      ['La mairie fait quant à elle état de trois blessés.', 'trois blessés', 'La mairie'],
      ['Un prêtre joint sur place fait état de pillages.', 'pillages', 'Un prêtre joint sur place'],
      ['La secouriste a fait état de trois disparus.', 'trois disparus', 'La secouriste'],
    ],
  },
  {
    name: 'of-what-was-told',
    read: (cue, scope) => {
      if (!has(cue, 'n', 'q') || cue.form !== 'finite') return null;
      const { tokens } = scope.sentence;
      const before = subjectOf(scope, cue);
      const isRight = /^qu[e']$/.test(tokens[cue.start - 1]?.lower ?? '');
      const que = before && before.last < cue.start && !isRight ? before.first - 1 : cue.start - 1;
      if (!/^qu[e']$/.test(tokens[que]?.lower ?? '')) return null;
      const subject = que === cue.start - 1 ? inverted(cue, scope) : before;
      if (!subject || !(canSpeak(scope, subject) || tokens[subject.first]!.upos === 'PRON')) return null;
      const isThis = tokens[que - 1]?.lower === 'ce' && tokens[que - 2]?.text === ',';
      const named = isThis ? null : phraseEndingAt(scope, que - (tokens[que - 1]?.text === ',' ? 2 : 1));
      const isWord = named !== null && tokens.slice(named.first, named.last + 1).some(({ lemma }) => TOLD.test(lemma));
      const isQuoted =
        scope.quotes.some(({ outer }) => outer.start > tokens[cue.last]!.end) &&
        tokens.some(({ text }, i) => i > cue.last && text === ':');
      if ((!isThis && !isWord) || isQuoted) return null;
      const content = isThis
        ? contentSpan(scope, toldBefore(scope, que - 2), que - 3)
        : contentSpan(scope, named!.first, named!.last);
      return (
        content && {
          content: [content],
          source: subject,
          frame: { first: que, last: Math.max(cue.last, subject.last) },
        }
      );
    },
    reads: [
      ['Le préfet a compté 300 absents, un chiffre que conteste la région.', 'un chiffre', 'la région'],
      ['Le pont a cédé, ce que dément le maire.', 'Le pont a cédé', 'le maire'],
    ],
    ignores: ['Le préfet a lu la lettre que le maire a reçue.'],
  },
  {
    name: 'something',
    read: (cue, scope) => {
      if (!has(cue, 'n') || !speaks(cue)) return null;
      const { tokens } = scope.sentence;
      // « C'est ce qu'a indiqué la préfète »: who says it stands behind, and what is said in the sentence before
      if (/^qu[e']$/.test(tokens[cue.start - 1]?.lower ?? '') && tokens[cue.start - 2]?.lower === 'ce') return null;
      // « a requis dix ans de prison »: no time, but what is asked for
      const behind = cue.verb.lemma === 'requérir' ? pastDay(tokens, cue.last + 1) : pastAsides(scope, cue.last + 1);
      // « demande à la ville la fermeture »: whom it is asked of belongs to what is asked
      const isAsked = /^(?:demand|accuse)$/.test(cue.verb.act) && /^(?:à|au|aux)$/.test(tokens[behind]?.lower ?? '');
      const unquoted = opensObject(tokens, behind) || isAsked ? behind : pastWhere(scope, behind);
      // « La ligue « condamne fermement » ces cris »: the verb itself is quoted
      const around = quoteAround(scope, cue.at);
      const isInside =
        around !== undefined && !opensObject(tokens, unquoted) && around.outer.start >= tokens[cue.start]!.start - 3;
      const opening = isInside ? tokenFrom(scope.sentence, around.outer.end) : unquoted;
      const at = isAdverbialQuote(scope, opening) ? pastQuote(scope, opening) : opening;
      if (!opensObject(tokens, at) || /^anonymat$/.test(tokens[at + 1]?.lower ?? '')) return null;
      // « confirme un « projet de rachat » »
      const isQuoted =
        tokens[at]!.upos === 'DET' &&
        !/^sources?$/.test(tokens[at + 2]?.lower ?? '') &&
        /^["«“]$/.test(tokens[at + 1]?.text ?? '');
      const opens = /^["«“]$/.test(tokens[at]!.text) ? at + 1 : isQuoted ? at + 2 : at;
      const object = nounPhrase(scope.sentence, opens, scope.phrases);
      const isPenalty = cue.verb.lemma === 'condamner' && object !== null && isSentence(tokens, object.last + 1);
      // « le parti exclut le député »: somebody is put out, and nothing denied
      if (
        cue.verb.lemma === 'exclure' &&
        object &&
        scope.phrases.isPerson(tokens[object.first + 1] ?? tokens[object.first]!)
      )
        return null;
      if (cue.verb.frames.has('q') && quotedSentence(scope, at)) return null;
      if (cue.verb.lemma === 'condamner' && isSentence(tokens, pastAsides(scope, cue.last + 1))) return null;
      if ((!object && !/^(?:ADP|ADV|NUM)$/.test(tokens[at]!.upos)) || isPenalty) return null;
      return byItsSpeaker(contentSpan(scope, at, nominalEnd(at, cue, scope)), cue, scope, at);
    },
    reads: [
      ['Le maire réfute l’idée d’une hausse affirmant : « Rien ne presse. »', 'l’idée d’une hausse', 'Le maire'],
      ['La ligue, réunie à Lyon, a promis l’envoi de 700 places.', 'l’envoi de 700 places', 'La ligue'],
      ['L’avocate a requis ce vendredi dix ans de prison.', 'dix ans de prison', 'L’avocate'],
      ['Le canal a lui-même déploré « une perte ».', 'une perte', 'Le canal'],
      [
        'L’avocat du club, Me Armand Sorel, a déploré un procès inutile.',
        'un procès inutile',
        'L’avocat du club, Me Armand Sorel',
      ],
      ['Le club confirme un « projet de rachat ».', 'un « projet de rachat', 'Le club'],
      ['Le club a démenti des rumeurs de vente.', 'des rumeurs de vente', 'Le club'],
      [
        'La présidente a annoncé le 3 mars la fermeture du port, où travaillent cent dockers.',
        'la fermeture du port',
        'La présidente',
      ],
    ],
    ignores: ['Le parti exclut le maire.', 'Le tribunal a condamné le notaire à deux ans de prison.'],
  },
  {
    name: 'lays-on',
    read: (cue, scope) => {
      if (!has(cue, 'h') || !speaks(cue)) return null;
      const { tokens } = scope.sentence;
      const to = pastAsides(scope, cue.last + 1);
      if (!/^(?:à|au|aux)$/.test(tokens[to]?.lower ?? '')) return null;
      const bearer = nounPhrase(scope.sentence, to + 1, scope.phrases);
      const at = bearer && pastAsides(scope, bearer.last + 1);
      if (!bearer || at === null || !opensObject(tokens, at)) return null;
      const content = contentSpan(scope, to, nominalEnd(at, cue, scope));
      return byItsSpeaker(content, cue, scope, to);
    },
    reads: [
      ['Le maire impute à la région le retard du chantier.', 'à la région le retard du chantier', 'Le maire'],
      ['La ligue prédit à ce club « une saison difficile ».', 'à ce club « une saison difficile', 'La ligue'],
      ['La région, qui prête à la ville 3.000 chômeurs, se tait.', 'à la ville 3.000 chômeurs', 'La région'],
    ],
    ignores: ['La mairie prête au club.', 'Le maire impute le retard à la région.'],
  },
  {
    name: 'judges',
    read: (cue, scope) => {
      if (!has(cue, 'k') || !speaks(cue)) return null;
      const at = pastAsides(scope, cue.last + 1);
      if (!isJudged(scope, at)) return null;
      const content = contentSpan(scope, at, nominalEnd(at, cue, scope));
      return byItsSpeaker(content, cue, scope, at);
    },
    reads: [
      ['L’un d’eux juge probable que la ville paie.', 'probable que la ville paie', 'L’un d’eux'],
      [
        'Le sénateur Armand Sorel (Le Centre) juge la loi « inutile ».',
        'la loi « inutile',
        'Le sénateur Armand Sorel (Le Centre)',
      ],
      ['La ligue juge ces accusations « infondées ».', 'ces accusations « infondées', 'La ligue'],
      ['Le maire juge prématuré de parler de crise.', 'prématuré de parler de crise', 'Le maire'],
      ['Le maire juge « prématurée » toute décision.', 'prématurée » toute décision', 'Le maire'],
      ['La présidente estime la réforme nécessaire.', 'la réforme nécessaire', 'La présidente'],
      ['Le parti considère ce vote comme illégal.', 'ce vote comme illégal', 'Le parti'],
    ],
    ignores: ['Le tribunal juge un notaire.', 'Le promeneur a trouvé un portefeuille vide.'],
  },
  {
    name: 'sees-in-it',
    read: (cue, scope) => {
      if (!has(cue, 'v') || !speaks(cue)) return null;
      const { tokens } = scope.sentence;
      const at = pastAsides(scope, cue.last + 1);
      const source = speaker(cue, scope);
      // « ces accusations, dans lesquelles elle voit… »
      const isRelative = /^(?:où|quoi|lequel|laquelle|lesquels|lesquelles)$/.test(
        tokens[(source?.first ?? cue.start) - 1]?.lower ?? '',
      );
      const inIt = isRelative || tokens.slice(Math.max(0, cue.start - 1), cue.at).some(({ lower }) => lower === 'y');
      const inThat = tokens[at]?.lower === 'dans' ? nounPhrase(scope.sentence, at + 1, scope.phrases) : null;
      const object = inThat ? pastAsides(scope, inThat.last + 1) : at;
      const isHand = tokens[at + 1]?.lemma === 'main' && /^(?:de|du|des|d')$/.test(tokens[at + 2]?.lower ?? '');
      if (!opensObject(tokens, object) || !(inIt || inThat || isHand)) return null;
      const content = contentSpan(scope, at, nominalEnd(object, cue, scope));
      if (!content || !source) return null;
      const isSpeaker = canSpeak(scope, source) || tokens[source.first]!.upos === 'PRON';
      return isSpeaker ? { content: [content], source, frame: { first: cue.start, last: at } } : null;
    },
    reads: [
      ['Une source à Niamey, qui a requis l’anonymat, y voit « un piège ».', 'un piège', 'Une source à Niamey'],
      ['Le syndicat y voit « un recul historique ».', 'un recul historique', 'Le syndicat'],
      ['Le maire voit dans ce vote un désaveu.', 'dans ce vote un désaveu', 'Le maire'],
      [
        'Le ministre a vu la main de la mafia derrière ce retard.',
        'la main de la mafia derrière ce retard',
        'Le ministre',
      ],
    ],
    ignores: ['Le maire a vu un chien dans la rue.', 'Le gardien y voit mal.'],
  },
  {
    name: 'about',
    read: (cue, scope) => {
      if (!has(cue, 'u') || cue.form !== 'finite') return null;
      const { tokens } = scope.sentence;
      const at = pastAsides(scope, cue.last + 1);
      if (tokens[at]?.lower !== 'sur') return null;
      const quote = scope.quotes.find(({ outer }) => outer.start === tokens[at + 1]?.start);
      const alarm = cue.verb.act === 'warn' ? contentSpan(scope, at + 1, nominalEnd(at + 1, cue, scope)) : null;
      const content = quote?.inner ?? alarm;
      return byItsSpeaker(content, cue, scope, at);
    },
    reads: [
      ['L’ONG alerte sur la fragilité de la digue.', 'la fragilité de la digue', 'L’ONG'],
      ['Le club s’interroge sur « des comptes sans queue ni tête ».', 'des comptes sans queue ni tête', 'Le club'],
    ],
    ignores: ['Le club s’interroge sur son avenir.'],
  },
  {
    name: 'figure',
    read: (cue, scope) => {
      if (!has(cue, 'f', 'c', 't') || !speaks(cue)) return null;
      const { tokens } = scope.sentence;
      const at = pastAsides(scope, cue.last + 1);
      const marker = tokens[at]?.lower ?? '';
      const isFigure = (i: number): boolean =>
        tokens
          .slice(i, i + 4)
          .some(
            ({ upos, text, lemma }) =>
              upos === 'NUM' || /^\d/.test(text) || /^(?:million|milliard|millier)$/.test(lemma),
          );
      const first =
        has(cue, 'f') && marker === 'à' && isFigure(at + 1)
          ? at
          : has(cue, 'f') && (isFigured(scope, at) || (marker === 'entre' && isFigure(at + 1)))
            ? at
            : has(cue, 't') && marker === 'sur' && isFigure(at + 1)
              ? at + 1
              : has(cue, 'c') && opensFigure(tokens, cue.last + 1)
                ? /^qu[e']$/.test(tokens[at]?.lower ?? '')
                  ? at + 1
                  : pastOnly(tokens, cue.last + 1)
                : null;
      if (first === null || hasOfItsOwn(cue, tokens)) return null;
      const subject = speaker(cue, scope);
      const content = contentSpan(scope, first, clauseEnd(first, cue, scope));
      const isSpeaker = subject && (canSpeak(scope, subject) || tokens[subject.first]!.upos === 'PRON');
      return content && subject && isSpeaker
        ? { content: [content], source: subject, frame: { first: cue.start, last: first } }
        : null;
    },
    reads: [
      ['La région évalue leur nombre à un millier.', 'leur nombre à un millier', 'La région'],
      ['L’armée a déclaré 729 tués.', '729 tués', 'L’armée'],
      ['Le ministère chiffre les dégâts à trois millions.', 'les dégâts à trois millions', 'Le ministère'],
      ['Le ministère évalue à 300 le nombre des sinistrés.', 'à 300 le nombre des sinistrés', 'Le ministère'],
      [
        'La préfecture évalue entre 20 et 30 le nombre des sinistrés.',
        'entre 20 et 30 le nombre des sinistrés',
        'La préfecture',
      ],
      ['La préfecture table sur 2.000 visiteurs.', '2.000 visiteurs', 'La préfecture'],
      ['La mairie n’en a recensé que cinq.', 'cinq', 'La mairie'],
      [
        'La préfecture, qui recense désormais près de 900 sinistrés, se tait.',
        'près de 900 sinistrés',
        'La préfecture',
      ],
      [
        'Le parquet a par ailleurs ramené samedi à 26 le nombre des blessés.',
        'à 26 le nombre des blessés',
        'Le parquet',
      ],
    ],
    ignores: ['Le club compte 300 membres.', 'La milice compterait de 600 à 800 hommes.'],
  },
  {
    name: 'passive-by',
    read: (cue, scope) => {
      if (cue.form !== 'passive' || !has(cue, 'n', 'q') || /^(?:condamner|lancer)$/.test(cue.verb.lemma)) return null;
      const { tokens } = scope.sentence;
      const by = pastAsides(scope, cue.last + 1);
      if (tokens[by]?.lower !== 'par') return null;
      const source = nounPhrase(scope.sentence, by + 1, scope.phrases);
      if (!source || !canSpeak(scope, source)) return null;
      const que = pastAsides(scope, source.last + 1);
      const subject = subjectOf(scope, cue);
      const impersonal =
        subject !== null && subject.first === subject.last && /^(?:il|-il|-t-il)$/.test(tokens[subject.first]!.lower);
      const frame = { first: cue.start, last: source.last };
      if (impersonal && /^qu[e']$/.test(tokens[que]?.lower ?? '')) {
        const said = contentSpan(scope, que + 1, clauseEnd(que + 1, cue, scope));
        return said && { content: [said], source, frame };
      }
      if (!subject || impersonal || tokens[subject.first]!.upos === 'PRON') return null;
      const said = contentSpan(scope, subject.first, Math.min(subject.last, cue.start - 1));
      return said && { content: [said], source, frame };
    },
    reads: [
      ['La fermeture du port a été annoncée mardi par la préfète.', 'La fermeture du port', 'la préfète'],
      ['Le pont a cédé, une information démentie mardi par la préfète.', 'une information', 'la préfète'],
      ['Il a été confirmé par le ministère que le pont rouvrirait.', 'le pont rouvrirait', 'le ministère'],
    ],
    ignores: ['Le notaire a été condamné par le tribunal.', 'La route a été annoncée fermée par erreur.'],
  },
  {
    name: 'quotation',
    read: (cue, scope) => {
      if (!has(cue, 's', 'w', 'q', 'n', 'd') || cue.form === 'passive') return null;
      const at = pastAsides(scope, cue.last + 1);
      const token = scope.sentence.tokens[at];
      const quote = token && scope.quotes.find(({ outer }) => outer.start === token.start);
      if (!quote) return null;
      // « raille « Coach » Sorel »: what somebody is called
      const behind = tokenFrom(scope.sentence, quote.outer.end);
      const isNickname = behind - at <= 3 && scope.sentence.tokens[behind]?.upos === 'PROPN';
      return isNickname ? null : byItsSpeaker(quote.inner, cue, scope, at);
    },
    reads: [['Le gardien a crié « Tous dehors et vite » aux visiteurs.', 'Tous dehors et vite', 'Le gardien']],
  },
];

/** « les derniers d'entre eux » */
function ofThem(tokens: readonly Token[], phrase: TokenRange): TokenRange {
  const words = tokens.slice(phrase.last + 1, phrase.last + 4).map(({ lower }) => lower);
  return words[0] === "d'" && words[1] === 'entre' && /^(?:eux|elles|nous)$/.test(words[2] ?? '')
    ? { ...phrase, last: phrase.last + 3 }
    : phrase;
}

/** « L'Iran, qu'il accuse de livrer… », « les somme de partir »: whom it is about stands before the verb. */
function chargeOfPronoun(cue: Cue, at: number, scope: Scope): Span | null {
  const { tokens } = scope.sentence;
  const isName = /^(?:qualifier|taxer|traiter)$/.test(cue.verb.lemma);
  // « qualifiant de « fantaisie » les informations du journal »
  const named =
    isName &&
    /^d[e']$/.test(tokens[at]?.lower ?? '') &&
    scope.quotes.find(({ outer }) => outer.start === tokens[at + 1]?.start);
  if (named && tokens[tokenFrom(scope.sentence, named.outer.end)]?.upos === 'DET')
    return contentSpan(scope, at + 1, nominalEnd(tokenFrom(scope.sentence, named.outer.end), cue, scope));
  if (!/^d[e']$/.test(tokens[at]?.lower ?? '') || !(isInfinitive(tokens, at + 1) || isName)) return null;
  const clitic = tokens
    .slice(cue.start, cue.at)
    .some(({ lower, upos }) => upos === 'PRON' && /^l(?:e|a|es|')$/.test(lower));
  const subject = subjectOf(scope, cue);
  const relative = subject !== null && subject.first > 0 && /^qu[e']$/.test(tokens[subject.first - 1]!.lower);
  if (!clitic && !relative) return null;
  const comma = relative ? tokens.findIndex(({ text }, i) => i > at && text === ',' && !quoteAround(scope, i)) : -1;
  const quote = isName && scope.quotes.find(({ outer }) => outer.start === tokens[at + 1]?.start);
  if (quote) return quote.inner;
  const end = phraseEnd(at + 1, cue, scope);
  return contentSpan(scope, at + 1, comma > 0 ? Math.min(end, comma - 1) : end);
}

/** An incise cuts a clause, or follows one: « Le maire, en visite à Lyon, dément le départ du préfet » is no incise. */
function cutsClause(cue: Cue, frame: TokenRange, { sentence: { tokens } }: Scope): boolean {
  if (cue.clitic !== null || isOneWord(cue, tokens)) return true;
  // « Le maire, lui, accuse le préfet de »: who speaks stands before
  if (/^(?:lui|elle|eux|elles)$/.test(tokens[cue.start - 2]?.lower ?? '') && tokens[cue.start - 3]?.text === ',')
    return false;
  const isVerb = ({ upos, feats }: Token): boolean =>
    /^(?:VERB|AUX)$/.test(upos) && /VerbForm=(?:Fin|Part)/.test(feats);
  const opensWithRole = tokens.slice(0, cue.start).some(({ upos }) => /^(?:NOUN|PROPN|PRON)$/.test(upos));
  return !opensWithRole || tokens.slice(0, cue.start).some(isVerb) || tokens.slice(frame.last + 1).some(isVerb);
}

/** « Faux, rétorque le maire »: an answer of one word. */
function isOneWord({ start }: Cue, tokens: readonly Token[]): boolean {
  return start === 2 && tokens[1]!.text === ',' && /^(?:ADJ|ADV|NOUN|PROPN|INTJ)$/.test(tokens[0]!.upos);
}

/** Where what « ce que… » takes up begins: behind an incise or another's words, else the sentence. */
function toldBefore(scope: Scope, comma: number): number {
  const { tokens } = scope.sentence;
  const semicolon = tokens.findLastIndex(({ text }, i) => i < comma && text === ';');
  // « Selon l'OSDH, la ville est tombée, ce que l'armée conteste »
  const opens = /^(?:selon|d')$/.test(tokens[semicolon + 1]?.lower ?? '');
  const own = opens ? tokens.findIndex(({ text }, i) => i > semicolon && i < comma && text === ',') : -1;
  return (own > 0 ? own : semicolon) + 1;
}

/** « ces accusations « infondées » », « la réforme nécessaire », « prématuré de… »: a thing and what it is judged to be, or the other way. */
function isJudged(scope: Scope, at: number): boolean {
  const { tokens } = scope.sentence;
  const unquoted = (i: number): number => (/^["«“]$/.test(tokens[i]?.text ?? '') ? i + 1 : i);
  const isQuality = (i: number): boolean =>
    tokens[i]?.upos === 'ADJ' || (tokens[i]?.upos === 'VERB' && /VerbForm=Part/.test(tokens[i]!.feats));
  const past = (i: number): number => (tokens[i]?.upos === 'ADV' ? i + 1 : i);
  const first = past(unquoted(at));
  if (isQuality(first)) {
    const next = /^["»”]$/.test(tokens[first + 1]?.text ?? '') ? first + 2 : first + 1;
    return /^(?:d[e']|qu[e']|toute?|tous|toutes)$/.test(tokens[next]?.lower ?? '') || tokens[next]?.upos === 'DET';
  }
  if (tokens[at]?.upos !== 'DET' || /^une?$/.test(tokens[at]!.lower)) return false;
  const thing = nounPhrase(scope.sentence, at, scope.phrases);
  if (!thing) return false;
  if (tokens[thing.last + 1]?.lower === 'comme') return true;
  return isQuality(past(unquoted(thing.last + 1))) || (thing.last > at + 1 && tokens[thing.last]!.upos === 'ADJ');
}

/** Past « ce vendredi », « hier » and no figure. */
function pastDay(tokens: readonly Token[], at: number): number {
  const day = tokens[at]?.lower === 'ce' ? at + 1 : at;
  return /^(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier)$/.test(tokens[day]?.lower ?? '') ? day + 1 : at;
}

/** « évalue les dégâts à trois millions »: the thing, then its figure. */
function isFigured(scope: Scope, at: number): boolean {
  const { tokens } = scope.sentence;
  const thing = tokens[at]?.upos === 'DET' ? nounPhrase(scope.sentence, at, scope.phrases) : null;
  const figure = thing && tokens.slice(thing.last + 1, thing.last + 6);
  return (
    figure?.[0]?.lower === 'à' &&
    figure.some(({ upos, text, lemma }) => upos === 'NUM' || /^\d/.test(text) || AMOUNTS.test(lemma))
  );
}

const AMOUNTS = /^(?:dizaine|douzaine|vingtaine|trentaine|quarantaine|cinquantaine|centaine|millier|million|milliard)$/;

/** « la milice compte 300 hommes »: what it has, and not what it tells. */
function hasOfItsOwn({ verb, last }: Cue, tokens: readonly Token[]): boolean {
  // « elle n'en compterait plus que 700 »: of itself, and nothing that it told
  const isOwn = tokens.slice(last, last + 4).some(({ lower, feats }) => lower === 'plus' || /Mood=Cnd/.test(feats));
  return (
    verb.lemma === 'compter' &&
    (isOwn ||
      tokens
        .slice(last + 1, last + 10)
        .some(({ lemma }) =>
          /^(?:homme|combattant|soldat|membre|habitant|employé|adhérent|élève|salarié|base|poste|camp|position|brigade|bataillon|régiment|unité|char|avion|bureau|antenne|site)$/.test(
            lemma,
          ),
        ))
  );
}

/** A figure with its hedge after the verb: « au moins 27 », « près de 300 hommes », « que cinq » after « ne ». */
function opensFigure(tokens: readonly Token[], at: number): boolean {
  const words = tokens.slice(at, at + 4);
  const figure = words.findIndex(({ upos, text }) => upos === 'NUM' || /^\d/.test(text));
  return (
    figure >= 0 &&
    words
      .slice(0, figure)
      .every(({ lower }) =>
        /^(?:au|moins|plus|près|de|environ|quelque|quelques|qu[e']|jusqu'|à|pas|désormais|déjà|encore|seulement|désormais|d')$/.test(
          lower,
        ),
      )
  );
}

/** « la loi, qui ne prévoit qu'une aide »: « que » leaves out all else. « n'admet qu'un repli » tells of it. */
function isOnly(cue: Cue, que: number, { sentence: { tokens } }: Scope): boolean {
  const isNegated = tokens.slice(Math.max(0, cue.start - 1), cue.at).some(({ lower }) => /^(?:ne|n')$/.test(lower));
  return cue.verb.lemma === 'prévoir' && isNegated && que === cue.last + 1;
}

/** Past « désormais », « déjà »: they are no hedge of the figure. */
function pastOnly(tokens: readonly Token[], at: number): number {
  let from = at;
  while (/^(?:désormais|déjà|encore|seulement|aujourd'hui)$/.test(tokens[from]?.lower ?? '')) from++;
  return from;
}

/** False of « accusé par X » and « accuser X »: their subject, if they have one, need not be who speaks. */
function speaks(cue: Cue): boolean {
  return cue.form === 'finite' || cue.form === 'gerund';
}

/** What the speaker of a verb says, with the words up to `last` as its frame; null where there is no content. */
function byItsSpeaker(content: Span | null, cue: Cue, scope: Scope, last: number): ReturnType<Construction['read']> {
  return content && { content: [content], source: own(cue, scope), frame: { first: cue.start, last } };
}

/** Who speaks where the sentence has it: a gerund's speaker is that of the clause around it. */
function own(cue: Cue, scope: Scope): TokenRange | null {
  return cue.form === 'gerund' ? null : speaker(cue, scope);
}

/** A quotation after a colon that the verb announces, in its sentence or right after it; what stands between may be said too. */
export const colonQuotation: Construction = {
  name: 'colon-quotation',
  read: (cue, scope) => {
    if (cue.form === 'passive') return null;
    const { tokens } = scope.sentence;
    // « a convaincu le maire de demander une enquête : « … » »
    const control =
      cue.form === 'infinitive' && /^d[e']$/.test(tokens[cue.start - 1]?.lower ?? '')
        ? subjectOf(scope, { at: cue.at, start: cue.start - 1 })
        : null;
    if (cue.form === 'infinitive' && !control) return null;
    const colon = tokens.findIndex((token, i) => i > cue.last && token.text === ':');
    if (colon < 0 || tokens.slice(cue.last + 1, colon).some(({ text }) => STOP.test(text))) return null;
    if (
      scope.cues.some((other) => other !== cue && other.at > cue.at && other.at < colon && other.form !== 'infinitive')
    )
      return null;
    const quote = scope.quotes.find(
      ({ outer }) => outer.start >= tokens[colon]!.end && outer.start <= tokens[colon]!.end + 4,
    );
    if (!quote || isInciseAfter(quote, scope)) return null;
    // « Une version que balaie l'élue : « … » » stands behind its verb too
    const isBehind =
      /^qu[e']$/.test(tokens[cue.start - 1]?.lower ?? '') || CLOSING.test(tokens[cue.start - 1]?.text ?? '');
    const incise = cue.form === 'finite' && isBehind ? inverted(cue, scope) : null;
    const source = control ?? incise ?? speaker(cue, scope);
    return {
      content: [quote.inner],
      source: cue.form === 'gerund' ? null : source,
      frame: { first: cue.start, last: colon },
    };
  },
  reads: [
    ['La députée a déclaré : « Rien ne presse. »', 'Rien ne presse.', 'La députée'],
    ['Le guide a nié toute faute : « J’ai suivi la piste balisée ».', 'J’ai suivi la piste balisée', 'Le guide'],
  ],
};

/** « De bonne source, on indique que… », « À la mairie, on assure que… »: where « on » is, or whom it is. */
function openedBySource(cue: Cue, scope: Scope): TokenRange | null {
  const { tokens } = scope.sentence;
  const on = tokens[cue.start - 1];
  if (on?.lower !== 'on' && on?.lower !== "l'on") return null;
  const comma = tokens.findIndex(({ text }) => text === ',');
  if (comma < 1 || comma >= cue.start - 1 || !/^(?:de|à|au|aux|chez)$/.test(tokens[0]!.lower)) return null;
  const isSource = tokens.slice(1, 3).some(({ lemma }) => lemma === 'source');
  if (isSource) return { first: 0, last: comma - 1 };
  const phrase = nounPhrase(scope.sentence, 1, scope.phrases);
  return phrase && canSpeak(scope, phrase) ? phrase : null;
}

/** « à la gendarmerie, où l'on précise que… »: whoever is at the place that « où » takes up. */
function speakerAt(cue: Cue, scope: Scope): TokenRange | null {
  const { tokens } = scope.sentence;
  const where = tokens.findLastIndex(({ lower }, i) => i < cue.start && i >= cue.start - 4 && lower === 'où');
  const opened = openedBySource(cue, scope);
  if (opened) return opened;
  const isOn = where > 0 && tokens.slice(where + 1, cue.start).some(({ lower }) => lower === 'on' || lower === "l'on");
  if (!isOn || tokens[where - 1]!.text !== ',') return null;
  const phrase = phraseEndingAt(scope, where - 2);
  return phrase && canSpeak(scope, phrase) ? phrase : null;
}

/** The subject before the verb; a verb in an infinitive or a gerund has its main clause's. */
function speaker(cue: Cue, scope: Scope): TokenRange | null {
  if (cue.clitic !== null) return { first: cue.clitic, last: cue.clitic };
  return speakerAt(cue, scope) ?? subjectOf(scope, cue);
}

/** The « que » that opens what a verb reports, or null: not that of a comparison, nor of a relative clause on its object. */
function thatAfter(cue: Cue, scope: Scope): number | null {
  const { tokens } = scope.sentence;
  for (let at = cue.last + 1; at < tokens.length && at < cue.last + 32; at++) {
    const token = tokens[at]!;
    if (token.lower === 'que' || token.lower === "qu'") {
      const governed =
        token.deprel === 'mark' && tokens[token.head]?.head === cue.at && isRelation(tokens[token.head]!, 'ccomp');
      // « a proclamé sa victoire à Alma, que l'armée tenait »: a relative clause
      const isRelative =
        tokens[at - 1]!.text === ',' &&
        (token.deprel !== 'mark' || has(cue, 'n')) &&
        opensObject(tokens, pastAsides(scope, cue.last + 1));
      if (isRelative && (!governed || has(cue, 'n'))) return null;
      return governed || pastAsides(scope, cue.last + 1) === at || isPassedOver(scope, cue, at) ? at : null;
    }
    if (/^[;:]$/.test(token.text) || scope.quotes.some(({ outer }) => outer.start === token.start)) return null;
    if (/Fin/.test(token.feats) && /VERB|AUX/.test(token.upos)) return null;
  }
  return null;
}

/** Between verb and « que » stand only complements: « a confirmé à la presse réunie à Lyon que », « , devant les élus, que ». */
function isPassedOver(scope: Scope, cue: Cue, que: number): boolean {
  const { tokens } = scope.sentence;
  const first = tokens[cue.last + 1]!;
  if (tokens[que - 1]!.text === ',') return true;
  return (first.upos === 'ADP' || first.text === ',') && !/^(?:de|du|des|d')$/.test(first.lower);
}

function isInfinitive(tokens: readonly Token[], from: number): boolean {
  const at = /^["«“]$/.test(tokens[from]?.text ?? '') ? from + 1 : from; // « de « publier les comptes » »
  for (let i = at; i < tokens.length && i < at + 4; i++) {
    if (/VerbForm=Inf/.test(tokens[i]!.feats)) return true;
    if (!/^(?:ne|n'|pas|plus|se|s'|le|la|les|l'|y|en|lui|leur)$/.test(tokens[i]!.lower) && tokens[i]!.upos !== 'ADV')
      return false;
  }
  return false;
}

/** « à tendre l'oreille »: an infinitive that the tagger may take for an adjective or a noun. */
function looksInfinitive(token: Token | undefined): boolean {
  return token !== undefined && /^(?:ADJ|NOUN|VERB)$/.test(token.upos) && /(?:er|ir|re)$/.test(token.lower);
}

/** « à libérer », « à ce que » + clause, « à la formation de »: where what is asked for begins. */
function afterTo(tokens: readonly Token[], at: number): number | null {
  if (tokens[at]?.lower === 'ce' && /^qu[e']$/.test(tokens[at + 1]?.lower ?? '')) return at + 2;
  if (isInfinitive(tokens, at)) return at;
  return tokens[at]?.upos === 'DET' ? at : null;
}

/** « à deux ans de prison », « à mort », « à une amende »: a court's doing, no statement. */
function isSentence(tokens: readonly Token[], at: number): boolean {
  if (!/^(?:à|au|aux)$/.test(tokens[at]?.lower ?? '')) return false;
  return tokens
    .slice(at + 1, at + 5)
    .some(({ lower }) =>
      /^(?:ans?|mois|jours|prison|peine|mort|amende|payer|verser|euros|réclusion|perpétuité)$/.test(lower),
    );
}

/** « demande « en urgence » l'ouverture de… »: the quoted words tell how, and what is asked for follows them. */
function isAdverbialQuote(scope: Scope, at: number): boolean {
  const { tokens } = scope.sentence;
  const quote = scope.quotes.find(({ outer }) => outer.start === tokens[at]?.start);
  if (!quote) return false;
  const after = tokenFrom(scope.sentence, quote.outer.end);
  return tokens[after]?.upos === 'DET' && !tokens.slice(at, after).some(({ feats }) => /Fin/.test(feats));
}

/** « a demandé dans une lettre commune l'ouverture… »: past where and how it was asked, where an object follows. */
function pastWhere(scope: Scope, at: number): number {
  const { tokens } = scope.sentence;
  if (!/^(?:dans|lors|par|devant|depuis|sur|en|à|au|aux|auprès)$/.test(tokens[at]?.lower ?? '')) return at;
  const from = /^(?:de|du|des|d')$/.test(tokens[at + 1]?.lower ?? '') ? at + 2 : at + 1;
  const place = nounPhrase(scope.sentence, from, scope.phrases);
  const next = place && pastAsides(scope, place.last + 1);
  return next !== null && tokens[next]?.upos === 'DET' ? next : at;
}

function pastQuote(scope: Scope, at: number): number {
  const quote = scope.quotes.find(({ outer }) => outer.start === scope.sentence.tokens[at]!.start)!;
  return tokenFrom(scope.sentence, quote.outer.end);
}

/** A quotation with a finite verb that ends its sentence is said as it stands, not as an object. */
function quotedSentence(scope: Scope, at: number): boolean {
  const { tokens } = scope.sentence;
  const quote = scope.quotes.find(({ outer }) => outer.start === tokens[at]?.start);
  if (!quote) return false;
  const after = tokenFrom(scope.sentence, quote.outer.end);
  return after >= sentenceLast(tokens) && tokens.slice(at, after).some(({ feats }) => /Fin/.test(feats));
}

function opensObject(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token) return false;
  const hedged =
    /^(?:au|plus|moins|près|environ|quelques?|pas|jusqu')$/.test(token.lower) &&
    tokens.slice(at + 1, at + 5).some(({ upos }) => upos === 'NUM');
  return (
    hedged ||
    /^tout(?:e|es)?$/.test(token.lower) ||
    token.upos === 'DET' ||
    /^["«“]$/.test(token.text) ||
    /^(?:des|du)$/.test(token.lower) ||
    token.upos === 'NUM'
  );
}
