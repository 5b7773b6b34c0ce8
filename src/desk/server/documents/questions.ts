import { foldName, idOf } from '../../../core/index.ts';
import { type Account, type Fold, originOf, type World } from '../../../crosscheck/index.ts';
import type {
  ClaimRow,
  QuestionDocument,
  QuestionQuery,
  QuestionsDocument,
  QuestionsQuery,
  Shown,
  Source,
} from '../../contract/index.ts';
import { noQuestion } from '../problems.ts';
import type { View } from '../view.ts';
import { refOf, sourceOf } from './claim.ts';
import { findingOf, questionOf } from './findings.ts';
import { partiesIn, partyNames, placeNames, placesIn } from './names.ts';
import { compareText, saidDay } from './order.ts';

/** The questions of a dossier that fit the filters, by pages. */
export function questionsDocument(view: View, query: QuestionsQuery, world: World): Shown<QuestionsDocument> {
  const words = foldName(query.words ?? '');
  const any = (asked: readonly string[], fits: (one: string) => boolean): boolean =>
    asked.length === 0 || asked.some(fits);
  const fitting = view
    .questions()
    .filter(
      ({ kind, party, place, contested, sentence }) =>
        any(query.kind, (one) => one === kind) &&
        any(query.party, (one) => party !== null && world.parties.under(party, one)) &&
        any(query.place, (one) => place !== null && world.gazetteer.within(place, one)) &&
        (!query.contested || contested) &&
        (words === '' || foldName(sentence.fr).includes(words) || foldName(sentence.en).includes(words)),
    );
  const questions = fitting.slice(query.from, query.from + query.limit);
  return {
    format: 1,
    total: fitting.length,
    from: query.from,
    questions,
    parties: partyNames(
      questions.flatMap(({ party }) => party ?? []),
      world,
    ),
    places: placeNames(
      questions.flatMap(({ place }) => place ?? []),
      world,
    ),
  };
}

/** A question with its answers by source: within each, in the order in which they were said. */
export function questionDocument(
  view: View,
  id: string,
  { limit }: QuestionQuery,
  world: World,
): Shown<QuestionDocument> {
  const asked = view.checked.questions.find((question) => question.id === id);
  if (!asked) throw noQuestion(id, view.dossier.title);
  const bySource = new Map<string, { source: Shown<Source>; claims: Shown<ClaimRow>[] }>();
  for (const { claim, voice } of asked.accounts) {
    const row = view.rowById().get(claim.id)!;
    const known = bySource.get(voice.key);
    if (known) known.claims.push(row);
    else bySource.set(voice.key, { source: row.claim.source, claims: [row] });
  }
  const answers = [...bySource.values()].map(({ source, claims }) => ({
    source,
    claims: claims.toSorted((a, b) => compareText(saidDay(a), saidDay(b))).slice(0, limit),
    claimsInAll: claims.length,
  }));
  const findings = view.checked.findings.filter((finding) => finding.question === id);
  const claims = answers.flatMap((answer) => answer.claims.map(({ claim }) => claim));
  return {
    format: 1,
    question: questionOf(asked, findings),
    answers: answers.sort(
      (a, b) => b.claimsInAll - a.claimsInAll || compareText(saidDay(a.claims[0]!), saidDay(b.claims[0]!)),
    ),
    findings: findings.slice(0, limit).map((finding) => findingOf(finding, view)),
    origins: originsShown(asked.accounts, limit, view, world),
    parties: partyNames([...partiesIn(claims), ...(asked.party === null ? [] : [asked.party])], world),
    places: placeNames([...placesIn(claims), ...(asked.place === null ? [] : [asked.place])], world),
  };
}

type Origin = QuestionDocument['origins'][number];

/** Where the answers first came from, and through which dispatches: those with most dispatches first. */
function originsShown(accounts: readonly Account[], limit: number, view: View, world: World): Shown<Origin>[] {
  const { origins } = view.checked;
  const byKey = new Map<string, Account[]>();
  for (const account of accounts) {
    const key = originOf(account, origins);
    const known = byKey.get(key);
    if (known) known.push(account);
    else byKey.set(key, [account]);
  }
  return [...byKey]
    .map(([key, own]): Shown<Origin> => {
      const { voice, statement, dispatch } = own[0]!;
      const kind = voice.kind === 'outlet' ? 'text' : voice.kind === 'unnamed' ? 'unnamed' : 'speaker';
      const through = throughOf(own, kind, view);
      return {
        key: idOf('o', key),
        kind,
        label: sourceOf(statement, dispatch, world).label,
        through: through.slice(0, limit),
        throughInAll: through.length,
      };
    })
    .sort((a, b) => b.throughInAll - a.throughInAll || compareText(a.key, b.key));
}

function throughOf(own: readonly Account[], kind: Origin['kind'], view: View): Shown<Origin['through'][number]>[] {
  const byDispatch = new Map<string, string[]>();
  for (const { claim } of own) byDispatch.set(claim.dispatch, [...(byDispatch.get(claim.dispatch) ?? []), claim.id]);
  const ids = [...byDispatch.keys()];
  return [...byDispatch]
    .map(([id, claims], at): Shown<Origin['through'][number]> => {
      const dispatch = refOf(view.dispatches.get(id)!);
      if (kind === 'speaker') return { dispatch, claims, tie: 'same-speaker', share: null };
      const fold = foldWith(id, ids, view.checked.origins.folds);
      return fold
        ? { dispatch, claims, tie: fold.kind, share: fold.share }
        : { dispatch, claims, tie: at === 0 ? 'own-words' : 'shared-words', share: null };
    })
    .sort((a, b) => compareText(a.dispatch.published ?? '9999', b.dispatch.published ?? '9999'));
}

type Tie = Fold & { readonly kind: Exclude<Fold['kind'], 'credited'> };

/** The closest tie of a dispatch to another of them. */
function foldWith(id: string, among: readonly string[], folds: readonly Fold[]): Tie | null {
  const own = folds.filter(
    (fold): fold is Tie =>
      fold.kind !== 'credited' &&
      fold.members.includes(id) &&
      fold.members.some((member) => member !== id && among.includes(member)),
  );
  return own.toSorted((a, b) => b.share - a.share)[0] ?? null;
}
