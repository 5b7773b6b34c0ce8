import type { World } from '../../../crosscheck/index.ts';
import type { LedgerClaim, LedgerDispatch, LedgerStatement } from '../../../ledger/index.ts';
import type { Certainty, Claim, ClaimRow, DispatchRef, Shown, Source, Statement } from '../../contract/index.ts';

/** What a list shows of a dispatch. */
export function refOf({
  id,
  name,
  title,
  publisher,
  published,
  language,
  exercise,
}: LedgerDispatch): Shown<DispatchRef> {
  return { id, name, title, publisher, published: published?.date ?? null, language, exercise };
}

/** A claim with what a list shows beside it, before anybody's verdict. */
export function rowOf(
  claim: LedgerClaim,
  statement: LedgerStatement | null,
  dispatch: LedgerDispatch,
  world: World,
): Shown<ClaimRow> {
  return {
    claim: claimOf(claim, statement, dispatch, world),
    dispatch: refOf(dispatch),
    cue: statement?.cue?.text ?? null,
    act: statement?.act ?? null,
    mode: statement?.mode ?? null,
  };
}

function claimOf(
  claim: LedgerClaim,
  statement: LedgerStatement | null,
  dispatch: LedgerDispatch,
  world: World,
): Shown<Claim> {
  const { quantity, place } = claim;
  return {
    ...claim,
    source: sourceOf(statement, dispatch, world),
    place: place.map((one) => ({ ...one, part: one.part ?? null })),
    quantity: quantity && { ...quantity, max: quantity.max ?? null },
    certainty: certaintyOf(claim, statement),
    verdict: null,
  };
}

/** How far a claim is put forward. The content of a denial is denied, whatever its own words affirm. */
export function certaintyOf(
  { modality, polarity }: Pick<LedgerClaim, 'modality' | 'polarity'>,
  statement: Pick<LedgerStatement, 'act'> | null,
): Certainty {
  if (statement?.act === 'deny') return 'denied';
  if (modality === 'hedged') return 'hearsay';
  if (modality !== 'actual') return modality;
  return polarity === 'negated' ? 'negated' : 'asserted';
}

/** A speaker as far as it decides whether lists may name it. */
type Speaker = Pick<LedgerStatement, 'by' | 'name' | 'organisation' | 'anonymous' | 'source'>;

/**
 * Who says a claim, as lists show it. Sources are institutions, armed groups and persons in a public role; a witness,
 * resident or victim is shown in the dispatch that names them and nowhere else. So a person counts as a source only where
 * the words tie them to a party or an organisation. A name in small letters is an office (« commandement général »).
 */
export function sourceOf(
  statement: Speaker | null,
  { publisher, name: file }: Pick<LedgerDispatch, 'publisher' | 'name'>,
  { parties }: Pick<World, 'parties'>,
): Shown<Source> {
  if (statement === null) return { kind: 'outlet', label: publisher ?? file, parties: [] };
  const { by, name, organisation, anonymous, source } = statement;
  const label = name ?? source?.text ?? null;
  if (by.length > 0 && by.every((party) => parties.byId(party)?.public !== false))
    return {
      kind: 'party',
      label: label ?? by.map((party) => parties.byId(party)?.names.fr ?? party).join(', '),
      parties: by,
    };
  if (anonymous || name === null) return { kind: 'unnamed', label: source?.text ?? null, parties: [] };
  if (organisation !== null || /^\p{Ll}/u.test(name)) return { kind: 'person', label: name, parties: [] };
  return { kind: 'named', label: null, parties: [] };
}

/** A statement of a dispatch. Its speaker is named here: this is the dispatch that names them. */
export function statementOf(statement: LedgerStatement): Shown<Statement> {
  return statement;
}
