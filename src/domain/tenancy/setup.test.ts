import type { Setup } from './setup'

import { stepsFor } from './setup'

const NOTHING: Setup = {
  brand: false,
  colleague: false,
  course: false,
  domain: false,
  home: false,
  lesson: false,
  payments: false,
  price: false,
}

const all = Object.fromEntries(Object.keys(NOTHING).map((step) => [step, true])) as Setup

describe('the first steps of a school', () => {
  it('are all eight for those who run it', () => {
    const steps = stepsFor({ isManager: true, setup: { ...NOTHING, course: true } })
    expect(steps).toHaveLength(8)
    expect(steps.filter(({ done }) => done).map(({ step }) => step)).toEqual(['course'])
  })

  it('are those of writing for those who only write', () => {
    const steps = stepsFor({ isManager: false, setup: NOTHING })
    expect(steps.map(({ step }) => step)).toEqual(['course', 'lesson'])
  })

  it('are over when each is done', () => {
    expect(stepsFor({ isManager: true, setup: all })).toEqual([])
    expect(
      stepsFor({ isManager: false, setup: { ...NOTHING, course: true, lesson: true } }),
    ).toEqual([])
  })
})
