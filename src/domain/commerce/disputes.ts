/**
 * Where a dispute stands: the provider asks before money is taken (`inquiry`), waits for the school's answer, has it before
 * the buyer's bank, or it is over.
 */
export const DISPUTE_STATES = ['inquiry', 'needsResponse', 'underReview', 'lost', 'won'] as const

export type DisputeState = (typeof DISPUTE_STATES)[number]

/**
 * What a provider reports of a dispute: `fee` in minor units of its currency, moments in ISO 8601. `isWithdrawn` says that the money
 * was taken from the school at some time, also where it came back since.
 */
export type DisputeReport = {
  dueAt: null | string
  fee: number
  isWithdrawn: boolean
  reason: null | string
  reportedAt: string
  state: DisputeState
}

const rankOf = (state: DisputeState): number => DISPUTE_STATES.indexOf(state)

/** Whether nothing more is to be expected of a dispute. */
export const isOver = (state: DisputeState): boolean => state === 'lost' || state === 'won'

/** Whether a dispute holds the order's money, so that none of it can be given back. */
export const holdsMoney = ({
  isWithdrawn,
  state,
}: Pick<DisputeReport, 'isWithdrawn' | 'state'>): boolean => isWithdrawn && state !== 'won'

/**
 * How a dispute stands after one more report of it, whatever their order: it never moves back, what was lost can still be
 * won, money that was taken once was taken, and all else is as the latest report says.
 */
export const afterReport = (known: DisputeReport | null, told: DisputeReport): DisputeReport => {
  if (!known) {
    return told
  }
  const latest = told.reportedAt >= known.reportedAt ? told : known
  const isFurther = rankOf(told.state) > rankOf(known.state)

  return {
    ...latest,
    dueAt: latest.dueAt ?? known.dueAt ?? told.dueAt,
    isWithdrawn: known.isWithdrawn || told.isWithdrawn,
    reason: latest.reason ?? known.reason ?? told.reason,
    state: isFurther ? told.state : known.state,
  }
}
