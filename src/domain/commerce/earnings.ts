import { shareLeft, WHOLE } from '../catalog/team'
import { distribute } from './coupons'
import { portionOf, sumOf } from './money'

/** A line of an order as it moves money, in minor units: `net` goes to the school, `tax` to the state. */
export type MovedLine = { id: string; net: number; tax: number }

/** What somebody earns of a course; `share` in basis points. */
type ShareRule = { id: string; person: string; share: number }

/**
 * What comes off a sale before it is shared: the platform's `fee` in basis points of what the school sold, and, where
 * the school shares what is left after it, the `provider`'s fee, as `rate` in basis points of what was charged and `fixed` minor units of an order.
 */
export type SplitTerms = { fee: number; provider: null | { fixed: number; rate: number } }

/** A sold line, and who shares in it; one that is a tip is for those who share in the others. */
export type SharedLine = MovedLine & { isTip?: boolean; rules: readonly ShareRule[] }

/** What somebody earned of a line by a rule, in minor units. */
type Earned = { amount: number; person: string; rule: string }

/** How a line is split, in minor units: what the platform takes of it, and what each earns. */
export type LineSplit = { earned: readonly Earned[]; fee: number; line: string }

/**
 * Splits the lines of a sale. Every fee is taken of the whole sale and goes over its lines in proportion, exactly. Of what is then
 * left of a line each rule has its share, by largest remainders with the school as the last of those who share: the
 * shares of a line never sum to more than is left of it. What is left of a tip goes over the courses by what they cost, evenly
 * where they cost nothing, and of each wholly to those who share in it; of one in which nobody shares it is the school's.
 */
export const splitsOf = (
  lines: readonly SharedLine[],
  { fee, provider }: SplitTerms,
): LineSplit[] => {
  const nets = lines.map(({ net }) => net)
  const fees = distribute(portionOf(sumOf(nets), fee, WHOLE), nets)
  const left = leftOf(lines, fees, provider)

  return lines.map(({ id, isTip, rules }, index) => {
    const base = left[index] ?? 0

    return {
      earned: isTip ? tippedOf(base, lines) : earnedOf(base, rules),
      fee: fees[index] ?? 0,
      line: id,
    }
  })
}

/** What is left of lines to be shared, in minor units: what was sold less the platform's fees and, over all of them in proportion, what the provider took. */
export const leftOf = (
  lines: readonly MovedLine[],
  fees: readonly number[],
  provider: SplitTerms['provider'],
): number[] => {
  const left = lines.map(({ net }, index) => net - (fees[index] ?? 0))
  const charged = sumOf(lines.flatMap(({ net, tax }) => [net, tax]))
  const cost = provider ? portionOf(charged, provider.rate, WHOLE) + provider.fixed : 0
  const costs = distribute(Math.min(sumOf(left), cost), left)

  return left.map((amount, index) => amount - (costs[index] ?? 0))
}

const tippedOf = (base: number, lines: readonly SharedLine[]): Earned[] => {
  const sold = lines.filter(({ isTip }) => !isTip)
  const nets = sold.map(({ net }) => net)
  const parts = distribute(base, sumOf(nets) > 0 ? nets : nets.map(() => 1))

  return sold.flatMap(({ rules }, index) =>
    rules.length > 0 ? byShares(parts[index] ?? 0, rules, []) : [],
  )
}

const earnedOf = (base: number, rules: readonly ShareRule[]): Earned[] =>
  byShares(base, rules, [shareLeft(rules.map(({ share }) => share))])

/** Splits a sum by the shares of rules, and others beside them. */
const byShares = (
  base: number,
  rules: readonly ShareRule[],
  others: readonly number[],
): Earned[] => {
  const parts = distribute(base, [...rules.map(({ share }) => share), ...others])

  return rules.flatMap(({ id, person }, index) => {
    const amount = parts[index] ?? 0

    return amount > 0 ? [{ amount, person, rule: id }] : []
  })
}

/** A line of a refund: what it takes now, and what refunds took of its `sold` net in all, this one included; in minor units. */
export type ReturnedLine = MovedLine & { refunded: number; sold: number; split: LineSplit }

/**
 * What a refund takes back of fees and earnings, in minor units, in the proportion of what it takes of the line: after each one the sum that went back
 * is the part of the whole that was refunded, so that refunds of the whole line take back exactly what it gave. The
 * platform's fee stays where it `keepsFee`.
 */
export const returnedSplits = (
  lines: readonly ReturnedLine[],
  { keepsFee }: { keepsFee: boolean },
): LineSplit[] =>
  lines.map(({ id, net, refunded, sold, split }) => {
    const backOf = (amount: number): number =>
      sold === 0 ? 0 : portionOf(amount, refunded, sold) - portionOf(amount, refunded - net, sold)
    const earned = split.earned.map((one) => ({ ...one, amount: backOf(one.amount) }))

    return { earned, fee: keepsFee ? 0 : backOf(split.fee), line: id }
  })

/** All that those who share have of some lines, in minor units. */
export const earnedIn = (splits: readonly LineSplit[]): number =>
  sumOf(splits.flatMap(({ earned }) => earned.map(({ amount }) => amount)))

/** All that the platform has of some lines, in minor units. */
export const feeIn = (splits: readonly LineSplit[]): number => sumOf(splits.map(({ fee }) => fee))

/** What a school keeps of a price in minor units once the platform took its fee, in basis points. */
export const keptOf = (price: number, fee: number): number => price - portionOf(price, fee, WHOLE)
