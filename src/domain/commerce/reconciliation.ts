/** How our books and a provider's can differ over one movement of money. */
export type DifferenceKind =
  | 'amountDiffers'
  | 'currencyDiffers'
  | 'feeDiffers'
  | 'missingHere'
  | 'missingThere'
  | 'stateDiffers'

/**
 * A movement of money as one side has it: `amount` and `fee` in minor units of `currency`, `fee` null where nothing is said
 * of it, `state` in the platform's words. A movement has the same `id`, the provider's, on both sides.
 */
export type Entry = {
  amount: number
  currency: string
  fee: null | number
  id: string
  kind: MovementKind
  state: string
}

/**
 * What moves money at a provider: what somebody paid, got back or contests; what the provider charges for its work, which bears the name of the
 * payment or refund that it is for, where it is for one; what it sends to the bank of the account; what was passed on to the account of somebody who is
 * paid out; and anything else, which nothing here explains.
 */
export type MovementKind =
  'dispute' | 'fee' | 'other' | 'payment' | 'payout' | 'refund' | 'transfer'

/** Kinds that nobody tells of, so that the list is where they are learned. */
export const isOnlyListed = (kind: MovementKind): boolean => kind === 'fee' || kind === 'payout'

/** One movement over which the books differ, and in what; null where a side does not have it. */
export type Difference = {
  id: string
  kind: Entry['kind']
  ours: Entry | null
  theirs: Entry | null
  what: DifferenceKind
}

const keyOf = ({ id, kind }: Entry): string => `${kind} ${id}`

/** Every movement over which two sides differ: missing ones, and of the others the first thing that is not the same. */
export const differencesBetween = (
  ours: readonly Entry[],
  theirs: readonly Entry[],
): Difference[] => {
  const here = new Map(ours.map((entry) => [keyOf(entry), entry]))
  const there = new Map(theirs.map((entry) => [keyOf(entry), entry]))
  const keys = [...new Set([...there.keys(), ...here.keys()])]

  return keys.flatMap((key): Difference[] => {
    const our = here.get(key) ?? null
    const their = there.get(key) ?? null
    const what = whatDiffers(our, their)
    const { id = '', kind = 'payment' } = their ?? our ?? {}

    return what ? [{ id, kind, ours: our, theirs: their, what }] : []
  })
}

const whatDiffers = (ours: Entry | null, theirs: Entry | null): DifferenceKind | null => {
  if (!ours || !theirs) {
    return ours ? 'missingThere' : 'missingHere'
  }
  if (ours.currency !== theirs.currency) {
    return 'currencyDiffers'
  }
  if (ours.amount !== theirs.amount) {
    return 'amountDiffers'
  }
  if (ours.state !== theirs.state) {
    return 'stateDiffers'
  }

  return ours.fee !== null && theirs.fee !== null && ours.fee !== theirs.fee ? 'feeDiffers' : null
}

/** What one side moved of a kind in a currency. */
export type Total = {
  amount: number
  count: number
  currency: string
  fees: number
  kind: Entry['kind']
}

/** A sum of what may be below zero: a fee that came back, a correction. */
const netOf = (amounts: readonly number[]): number =>
  amounts.reduce((sum, amount) => sum + amount, 0)

/** What entries sum up to, by kind and currency. */
export const totalsOf = (entries: readonly Entry[]): Total[] => {
  const groups = Map.groupBy(entries, ({ currency, kind }) => `${kind} ${currency}`)

  return [...groups.values()].flatMap((group): Total[] => {
    const [{ currency, kind } = {}] = group

    return currency && kind
      ? [
          {
            amount: netOf(group.map(({ amount }) => amount)),
            count: group.length,
            currency,
            fees: netOf(group.map(({ fee }) => fee ?? 0)),
            kind,
          },
        ]
      : []
  })
}

/** Where a report stands: the books agree, agree now that something was mended, differ, or could not be compared. */
export const RECONCILIATION_STATES = ['agrees', 'mended', 'differs', 'failed'] as const

export type ReconciliationState = (typeof RECONCILIATION_STATES)[number]

/** A difference as a report keeps it: `isMended` where it was gone afterwards, `refusal` why what was missing was not taken. */
export type Explained = Difference & { isMended: boolean; refusal: null | string }

/** How a report with these differences stands. */
export const stateOf = (differences: readonly Explained[]): ReconciliationState =>
  differences.some(({ isMended }) => !isMended)
    ? 'differs'
    : differences.length > 0
      ? 'mended'
      : 'agrees'
