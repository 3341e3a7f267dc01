import type { Besides } from './besides'

/** What is proposed after a payment: first one offer, and where that was declined perhaps a cheaper one. */
export type ProposalStep = 'downsell' | 'upsell'

type ProposalAnswer = 'accepted' | 'declined'

/** A proposal that was made, and what its buyer said to it; null while nothing. */
export type MadeProposal = { answer: null | ProposalAnswer; step: ProposalStep }

/** What a school proposes after a payment, for how many minutes. */
export type Upsell = {
  downsell: Besides | null
  id: string
  minutes: number
  upsell: Besides
}

/** The shortest and the longest time for which something is proposed after a payment, in minutes. */
export const PROPOSAL_MINUTES = { least: 5, most: 24 * 60, usual: 30 } as const

/** Hours after a payment in which the card that was kept with it can still be charged: the longest proposal, and the life of the order by which it is taken. */
export const FORGOTTEN_HOURS = PROPOSAL_MINUTES.most / 60 + 24

/** What is to be proposed now, after what was answered before; null where nothing is. One purchase is made of all of them at most. */
export const stepAfter = (
  made: readonly MadeProposal[],
  { downsell }: Pick<Upsell, 'downsell'>,
): null | ProposalStep => {
  const answerTo = (step: ProposalStep) => made.find((one) => one.step === step)?.answer ?? null
  if (answerTo('upsell') === 'accepted' || answerTo('downsell')) {
    return null
  }
  if (answerTo('upsell') === null) {
    return 'upsell'
  }

  return downsell ? 'downsell' : null
}

/** Until when something is proposed that follows a payment. */
export const proposalEnd = (paidAt: Date, { minutes }: Pick<Upsell, 'minutes'>): Date =>
  new Date(paidAt.getTime() + minutes * 60_000)

/** What stands behind a step of what a school proposes. */
export const proposedAt = (
  { downsell, upsell }: Pick<Upsell, 'downsell' | 'upsell'>,
  step: ProposalStep,
): Besides | null => (step === 'upsell' ? upsell : downsell)

/** Whether the card that pays a purchase is kept for one more: where something may be proposed after it, and no card is kept anyhow. */
export const isKeepingCard = ({
  offers,
  total,
}: {
  offers: readonly { isFollowed: boolean; terms: null | object }[]
  total: number
}): boolean =>
  total > 0 &&
  offers.some(({ isFollowed }) => isFollowed) &&
  offers.every(({ terms }) => terms === null)
