import type { LedgerEntry, LedgerKind } from './ledger'
import type { Sums, Worth } from './worth'

/** Where a payout stands: asked of the provider, arrived, or come back. */
export const PAYOUT_STATUSES = ['pending', 'paid', 'failed'] as const

export type PayoutStatus = (typeof PAYOUT_STATUSES)[number]

/** Whose account it is that the platform pays to a school itself what it collected for it. */
export const SCHOOL = 'school'

/** Whose account it is that a school’s sales go to at once, which its holder is paid from by the provider itself. */
export const DIRECT = 'direct'

type Schedule = 'byHand' | 'monthly' | 'weekly'

/** When the current week (on Monday) or month began, in UTC; null where nothing is paid out by itself. */
export const periodStart = (schedule: Schedule, now: Date): Date | null => {
  if (schedule === 'byHand') {
    return null
  }
  const [year, month, day] = [now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate()]
  const sinceMonday = (now.getUTCDay() + 6) % 7

  return new Date(Date.UTC(year, month, schedule === 'monthly' ? 1 : day - sinceMonday))
}

const DAY_MS = 24 * 3600_000

/** Sales since this moment are held: what they earned may have to go back. */
export const heldSince = (at: Date, days: number): Date => new Date(at.getTime() - days * DAY_MS)

/**
 * What can be paid out of a balance, in minor units: what is owed less what is held, once that is not less than the minimum.
 * Below zero after a refund of what was paid out, it takes later earnings first.
 */
export const payable = ({
  held,
  minimum,
  owed,
}: {
  held: number
  minimum: number
  owed: number
}): number => {
  const cleared = owed - held

  return cleared > 0 && cleared >= minimum ? cleared : 0
}

/** Where what is paid out comes off: what a person is owed, or what the school has at the provider itself. */
const sourceOf = (holder: string): Pick<LedgerEntry, 'account' | 'holder'> =>
  holder === SCHOOL ? { account: 'connected' } : { account: 'earnings', holder }

type Moved = { amount: number; holder: string }

/** Money that is on its way: not owed any more, and not gone yet. */
export const payoutEntries = ({ amount, holder }: Moved): LedgerEntry[] => [
  { ...sourceOf(holder), amount, line: null },
  { account: 'payouts', amount: -amount, line: null },
]

/** Money that arrived: the provider holds less of it. */
export const arrivedEntries = ({ amount }: Pick<Moved, 'amount'>): LedgerEntry[] => [
  { account: 'payouts', amount, line: null },
  { account: 'provider', amount: -amount, line: null },
]

/** Money that came back: it is owed again. */
export const returnedEntries = ({ amount, holder }: Moved): LedgerEntry[] => [
  { account: 'payouts', amount, line: null },
  { ...sourceOf(holder), amount: -amount, line: null },
]

/** What a holder is owed in one currency, and what of it is held, in minor units; `onWay` and `paid` are payouts of theirs. */
export type Owed = {
  currency: string
  held: number
  holder: string
  onWay: number
  owed: number
  paid: number
}

/** What a holder is owed; `payable` is what has cleared of it. Minor units of `currency`. */
export type EarningsBalance = Omit<Owed, 'holder'> & { payable: number }

/** One line of what somebody earns, and why it is there; `amount` above zero is earned, and `balance` what was owed after it. */
export type EarningsLine = {
  amount: number
  balance: number
  currency: string
  kind: LedgerKind
  order: null | string
  payout: null | string
  postedAt: string
  refund: null | string
  rule: null | string
  sequence: number
  /** Basis points. */
  share: null | number
  title: null | string
  /** Of a library: for how long its member used the course in the period, and all of its courses together, in seconds. */
  use: null | { from: string; of: number; seconds: number; to: string }
}

export type OwnPayout = {
  amount: number
  currency: string
  failure: null | string
  id: string
  madeAt: string
  settledAt: null | string
  status: PayoutStatus
}

/** What is owed in all, in minor units of the school's currency, by the rates that it has now. */
export type EarningsInBase = Omit<Worth, 'amounts'> & Omit<EarningsBalance, 'currency'>

/** Several balances as one in the school's currency. */
export const earningsInBase = ({ amounts, ...worth }: Worth): EarningsInBase => {
  const [held = 0, onWay = 0, owed = 0, paid = 0, payableNow = 0] = amounts

  return { ...worth, held, onWay, owed, paid, payable: payableNow }
}

/** A balance as `earningsInBase` expects it to be added up. */
export const sumsOf = ({ currency, held, onWay, owed, paid, payable }: EarningsBalance): Sums => ({
  amounts: [held, onWay, owed, paid, payable],
  currency,
})

export type Earnings = {
  /** Where they are paid; null where no account was opened yet. */
  account: null | { isReady: boolean; needs: null | string }
  balances: EarningsBalance[]
  /** That of `entries`; null where nothing was earned. */
  currency: null | string
  entries: EarningsLine[]
  /** All balances together in the school's currency; null where they are in no other. */
  inBase: EarningsInBase | null
  /** Ask for it as `before` for the lines before these; null where there are none. */
  next: null | number
  payouts: OwnPayout[]
}
