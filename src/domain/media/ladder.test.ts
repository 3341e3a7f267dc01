import { describe, expect, it } from '@jest/globals'

import { codecsOf, frameRateFor, planFor, rungsOf } from './ladder'

const sizes = (width: number, height: number) =>
  rungsOf({ height, width }).map((rung) => `${rung.name} ${rung.width}x${rung.height}`)

describe('the ladder', () => {
  it.each([
    [1920, 1080, ['v240 426x240', 'v360 640x360', 'v480 854x480', 'v720 1280x720', 'v1080 1920x1080']],
    [3840, 2160, ['v240 426x240', 'v360 640x360', 'v480 854x480', 'v720 1280x720', 'v1080 1920x1080']],
    [1080, 1920, ['v240 240x426', 'v360 360x640', 'v480 480x854', 'v720 720x1280', 'v1080 1080x1920']],
    [1280, 720, ['v240 426x240', 'v360 640x360', 'v480 854x480', 'v720 1280x720']],
    [1024, 768, ['v240 320x240', 'v360 480x360', 'v480 640x480', 'v720 960x720']],
    [1000, 1000, ['v240 240x240', 'v360 360x360', 'v480 480x480', 'v720 720x720']],
    [853, 481, ['v240 426x240', 'v360 638x360', 'v480 852x480']],
    [321, 181, ['v180 320x180']],
    [1, 1, ['v2 2x2']],
  ])('of %i x %i has %j', (width, height, expected) => {
    expect(sizes(width, height)).toEqual(expected)
  })

  it('keeps the shape of a strip', () => {
    for (const { height, width } of rungsOf({ height: 500, width: 4000 })) {
      expect(width / height).toBeCloseTo(8, 1)
    }
  })
})

it.each([
  [0, '15'],
  [7.3, '15'],
  [23.976, '24000/1001'],
  [24, '24'],
  [25, '25'],
  [29.97, '30000/1001'],
  [29.5, '30000/1001'],
  [30, '30'],
  [48, '50'],
  [59.94, '60000/1001'],
  [120, '60'],
])('%f pictures a second become %s', (average, rate) => {
  expect(frameRateFor(average)).toBe(rate)
})

describe('the plan', () => {
  const picture = { frameRate: 30, height: 720, width: 1280 }

  it('has nothing to make of a file without tracks', () => {
    expect(planFor({ duration: 10, hasSound: false, picture: null })).toBeNull()
  })

  it('has no pictures for sound alone', () => {
    expect(planFor({ duration: 10, hasSound: true, picture: null })).toMatchObject({
      hasSound: true,
      rungs: [],
      story: null,
    })
  })

  it('shows ten hours in as many pictures as one can look through', () => {
    const plan = planFor({ duration: 36_000, hasSound: true, picture })

    expect(plan?.story).toEqual({ columns: 5, height: 90, interval: 90, rows: 5, width: 160 })
    expect(plan?.posterAt).toBe(30)
  })
})

it('names its codecs as browsers know them', () => {
  expect(codecsOf({ level: 31, profile: 'main' })).toBe('avc1.4d401f')
  expect(codecsOf({ level: 40, profile: 'high' })).toBe('avc1.640028')
})
