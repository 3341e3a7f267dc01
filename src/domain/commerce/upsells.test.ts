import { describe, expect, it } from '@jest/globals'

import type { Besides } from './besides'
import type { MadeProposal } from './upsells'

import { proposalEnd, proposedAt, stepAfter } from './upsells'

const offered = (id: string): Besides => ({
  id,
  amount: null,
  currency: null,
  offered: id,
  percentOff: 0,
  text: '',
  title: id,
})

const both = { downsell: offered('down'), upsell: offered('up') }
const one = { downsell: null, upsell: offered('up') }

const made = (
  upsell: MadeProposal['answer'],
  downsell?: MadeProposal['answer'],
): MadeProposal[] => [
  { answer: upsell, step: 'upsell' },
  ...(downsell === undefined ? [] : [{ answer: downsell, step: 'downsell' as const }]),
]

describe('what is proposed after a payment', () => {
  it.each([
    ['begins with the first', [], both, 'upsell'],
    ['stays while nothing was answered', made(null), both, 'upsell'],
    ['is the second once the first was declined', made('declined'), both, 'downsell'],
    ['stays with the second while nothing was answered', made('declined', null), both, 'downsell'],
    ['is over once both were declined', made('declined', 'declined'), both, null],
    ['is over once the first was accepted', made('accepted'), both, null],
    ['is over once the second was accepted', made('declined', 'accepted'), both, null],
    ['is over after the first where there is no second', made('declined'), one, null],
  ] as const)('%s', (_title, answers, upsell, step) => {
    expect(stepAfter(answers, upsell)).toBe(step)
  })

  it('is what the school set for that step', () => {
    expect(proposedAt(both, 'upsell')?.id).toBe('up')
    expect(proposedAt(both, 'downsell')?.id).toBe('down')
    expect(proposedAt(one, 'downsell')).toBeNull()
  })

  it('ends as many minutes after the payment as the school says', () => {
    expect(proposalEnd(new Date('2090-01-01T10:00:00Z'), { minutes: 30 })).toEqual(
      new Date('2090-01-01T10:30:00Z'),
    )
  })
})
