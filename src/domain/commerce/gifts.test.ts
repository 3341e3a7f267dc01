import { describe, expect, it } from '@jest/globals'

import { isGiftable, isSameGift } from './gifts'

const sold = { amount: 4900, isForCohort: false, isOnRequest: false, terms: null }

describe('what can be given', () => {
  it.each([
    ['what is paid once', sold, true],
    ['nothing that is free', { ...sold, amount: 0 }, false],
    ['nothing for which a cohort is chosen', { ...sold, isForCohort: true }, false],
    ['nothing that staff have to approve', { ...sold, isOnRequest: true }, false],
    ['nothing that recurs', { ...sold, terms: {} }, false],
  ])('is %s', (_, given, is) => {
    expect(isGiftable(given)).toBe(is)
  })
})

describe('the same gift', () => {
  const gift = {
    name: 'Noa',
    deliverAt: new Date('2026-12-24T00:00:00Z'),
    email: 'noa@example.com',
    message: null,
  }

  it('is for the same person, on the same day, with the same words', () => {
    expect(isSameGift(gift, { ...gift, deliverAt: new Date(gift.deliverAt), message: '' })).toBe(
      true,
    )
    expect(isSameGift(gift, { ...gift, email: 'other@example.com' })).toBe(false)
    expect(isSameGift(gift, { ...gift, deliverAt: null })).toBe(false)
    expect(isSameGift(gift, { ...gift, message: 'Yours' })).toBe(false)
  })
})
