import type { LineSplit, MovedLine } from './earnings'

import { feeIn } from './earnings'
import { portionOf, sumOf } from './money'

/**
 * The accounts of a school's books. `provider` is what payment providers hold for it, `connected` what went on to the
 * school's own account there, `sales` what it sold, `refunds` what it gave back of that, and `tax` what it collected for
 * the state. `platformFee` is what the platform took, and `shares` what those who share in sales were given: `earnings`,
 * an account for each of them, is what of it is owed, and `payouts` what is on its way to them. `disputes` is what buyers
 * took back through their bank, and `disputeFees` what that cost. Of what a merchant of record sold, `merchantTax` is the tax that it
 * keeps for the state, and `merchantFee` what it keeps for itself; its sales, refunds and disputes are gross, and the school owes no tax of them.
 * `providerFees` is what providers charged for their work, `feesBorne` what of it the platform bears, whose account the money came to, and
 * `bank` what a provider sent on to the bank of the school's own account with it.
 */
export const LEDGER_ACCOUNTS = [
  'provider',
  'sales',
  'refunds',
  'tax',
  'connected',
  'platformFee',
  'shares',
  'earnings',
  'payouts',
  'disputes',
  'disputeFees',
  'merchantTax',
  'merchantFee',
  'providerFees',
  'feesBorne',
  'bank',
] as const

export type LedgerAccount = (typeof LEDGER_ACCOUNTS)[number]

/**
 * What moved money: `payoutSettled` is one that arrived, `payoutFailed` one that came back; by a `transfer` others earn of a sale, and
 * by `library` those whose courses were used earn of a period; a `providerFee` is what a provider charged, and `banked` what it sent to a bank.
 */
export const LEDGER_KINDS = [
  'payment',
  'refund',
  'payout',
  'payoutSettled',
  'payoutFailed',
  'transfer',
  'library',
  'dispute',
  'disputeFee',
  'providerFee',
  'banked',
] as const

export type LedgerKind = (typeof LEDGER_KINDS)[number]

/**
 * One line of the books, in minor units: above zero it debits its account, below zero it credits it. `line` is the line
 * of the order that it is about, null for all of them; `holder` whose account it is, where each has their own; and
 * `rule` the share by which it was earned.
 */
export type LedgerEntry = {
  account: LedgerAccount
  amount: number
  holder?: string
  line: null | string
  rule?: string
}

/** Accounts that grow by credits: what was sold, and what is owed. */
const GROWING_BY_CREDITS: readonly LedgerAccount[] = [
  'sales',
  'tax',
  'earnings',
  'payouts',
  'feesBorne',
]

/**
 * What a provider charged for its work, or, below zero, gave back of that: out of the school's own account with it, or borne by the
 * platform, to whose account the money came.
 */
export const providerFeeEntries = (fee: number, isOwn: boolean): LedgerEntry[] =>
  posted([
    { account: 'providerFees', amount: fee, line: null },
    { account: isOwn ? 'connected' : 'feesBorne', amount: -fee, line: null },
  ])

/** What a provider sent to the bank of the school's own account with it; below zero, what came back from there. */
export const bankedEntries = (amount: number): LedgerEntry[] =>
  posted([
    { account: 'bank', amount, line: null },
    { account: 'connected', amount: -amount, line: null },
  ])

/** What an account holds as people say it: above zero is much sold, much collected, much given back. */
export const shownBalance = (account: LedgerAccount, balance: number): number =>
  GROWING_BY_CREDITS.includes(account) && balance !== 0 ? -balance : balance

/**
 * How a movement is split beside its lines; `withheld` is what the platform kept of money that went on to the school's own account at once, null where it kept all.
 * `merchantFee` is what a merchant of record keeps of the sale, or gives back of that; null where the school is the seller.
 */
export type Split = {
  merchantFee?: null | number
  splits: readonly LineSplit[]
  withheld: null | number
}

const WHOLLY: Split = { splits: [], withheld: null }

/**
 * Money that came in for an order: the provider holds it, less the platform's fee, and each line of the order says for
 * what; those who share in it are owed their part. Double entry, so that the amounts of what is posted together sum to zero.
 */
export const paymentEntries = (
  lines: readonly MovedLine[],
  { merchantFee = null, splits, withheld }: Split = WHOLLY,
): LedgerEntry[] => {
  const handed = handedOn(lines, merchantFee)
  const kept = withheld ?? handed

  return posted([
    { account: 'connected', amount: handed - kept, line: null },
    { account: 'provider', amount: kept - feeIn(splits), line: null },
    ...soldEntries('sales', lines, { merchantFee, sign: -1 }),
    ...splits.flatMap((split) => splitEntries(split, 1)),
  ])
}

/** What of some lines comes to the school, or to whoever collects for it: a merchant of record keeps the tax and its fee. */
const handedOn = (lines: readonly MovedLine[], merchantFee: null | number): number =>
  merchantFee === null ? totalOf(lines) : sumOf(lines.map(({ net }) => net)) - merchantFee

/** What lines stand for: the school's price and the tax it owes of it, or the gross that a merchant of record sold, with what it keeps. */
const soldEntries = (
  account: 'disputes' | 'refunds' | 'sales',
  lines: readonly MovedLine[],
  { merchantFee, sign }: { merchantFee: null | number; sign: -1 | 1 },
): LedgerEntry[] =>
  merchantFee === null
    ? lines.flatMap(({ id, net, tax }): LedgerEntry[] => [
        { account, amount: sign * net, line: id },
        { account: 'tax', amount: sign * tax, line: id },
      ])
    : [
        ...lines.flatMap(({ id, net, tax }): LedgerEntry[] => [
          { account, amount: sign * (net + tax), line: id },
          { account: 'merchantTax', amount: -sign * tax, line: id },
        ]),
        { account: 'merchantFee', amount: -sign * merchantFee, line: null },
      ]

/**
 * Money that went back: the provider holds less of it, and less was sold and collected; the platform and those who share
 * give back theirs. Where it had gone on to the school's own account it comes from there, but for what was withheld.
 */
export const refundEntries = (lines: readonly MovedLine[], split: Split = WHOLLY): LedgerEntry[] =>
  returnedEntries('refunds', lines, { ...split, over: 0 })

/**
 * Money that a buyer took back through their bank, as a refund of those lines, and so much `over` them: what had been
 * given back before, for which nobody gives back a share.
 */
export const disputeEntries = (
  lines: readonly MovedLine[],
  over: number,
  split: Split = WHOLLY,
): LedgerEntry[] => returnedEntries('disputes', lines, { ...split, over })

/** What a dispute cost, or, below zero, what of that came back; from the school's own account where the money had gone on to it. */
export const disputeFeeEntries = (fee: number, withheld: null | number): LedgerEntry[] =>
  posted([
    { account: 'disputeFees', amount: fee, line: null },
    { account: withheld === null ? 'provider' : 'connected', amount: -fee, line: null },
  ])

const returnedEntries = (
  account: 'disputes' | 'refunds',
  lines: readonly MovedLine[],
  { merchantFee = null, over, splits, withheld }: Split & { over: number },
): LedgerEntry[] => {
  const handed = handedOn(lines, merchantFee) + over
  const taken = withheld ?? handed

  return posted([
    { account: 'connected', amount: taken - handed, line: null },
    { account: 'provider', amount: feeIn(splits) - taken, line: null },
    ...soldEntries(account, lines, { merchantFee, sign: 1 }),
    { account, amount: over, line: null },
    ...splits.flatMap((split) => splitEntries(split, -1)),
  ])
}

type Earned = LineSplit['earned']

/**
 * What moves when others earn of a sold line than did before, in minor units: `whole` takes from those what they `earned` of the
 * sale and gives these what they earn of it `now`; `taken` does the same with what refunds took of it, which is the part
 * `refunded` of what was `sold`.
 */
export const movedEarnings = ({
  earned,
  line,
  now,
  refunded,
  returned,
  sold,
}: {
  earned: Earned
  line: string
  now: Earned
  refunded: number
  returned: Earned
  sold: number
}): { taken: LedgerEntry[]; whole: LedgerEntry[] } => {
  const moved = (from: Earned, to: Earned, sign: -1 | 1) =>
    posted([
      ...splitEntries({ earned: from, fee: 0, line }, sign === 1 ? -1 : 1),
      ...splitEntries({ earned: to, fee: 0, line }, sign),
    ])
  const gone = now.map((one) => ({
    ...one,
    amount: sold === 0 ? 0 : portionOf(one.amount, refunded, sold),
  }))

  return { taken: moved(returned, gone, -1), whole: moved(earned, now, 1) }
}

const splitEntries = ({ earned, fee, line }: LineSplit, sign: -1 | 1): LedgerEntry[] => [
  { account: 'platformFee', amount: sign * fee, line },
  ...earned.flatMap(({ amount, person, rule }): LedgerEntry[] => [
    { account: 'shares', amount: sign * amount, line, rule },
    { account: 'earnings', amount: -sign * amount, holder: person, line, rule },
  ]),
]

const totalOf = (lines: readonly MovedLine[]): number =>
  sumOf(lines.flatMap(({ net, tax }) => [net, tax]))

const posted = (entries: readonly LedgerEntry[]): LedgerEntry[] =>
  entries.filter(({ amount }) => amount !== 0)
