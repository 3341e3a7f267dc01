import { describe, expect, it } from '@jest/globals'

import type { ReviewPolicy } from '@/domain/catalog/reviewPolicies'

import { showsKey } from './reviewing'

const now = new Date('2026-05-01T12:00:00Z')
const given = { from: null, hasPassed: false, limit: 3, made: 1, now }

describe('the right answers', () => {
  it.each<[ReviewPolicy, Partial<Parameters<typeof showsKey>[0]>, boolean]>([
    ['never', { hasPassed: true, made: 3 }, false],
    ['afterSubmitting', {}, true],
    ['afterLast', {}, false],
    ['afterLast', { made: 3 }, true],
    ['afterLast', { hasPassed: true }, true],
    ['afterLast', { limit: null, made: 99 }, false],
    ['afterDate', {}, false],
    ['afterDate', { from: now }, true],
    ['afterDate', { from: new Date(now.getTime() + 1) }, false],
  ])('are shown %s with %j: %s', (policy, more, shown) => {
    expect(showsKey({ ...given, ...more, policy })).toBe(shown)
  })
})
