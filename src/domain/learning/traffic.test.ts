import { isUnusual, usualOf } from './traffic'

const GB = 1_000_000_000

it.each([
  [[], null],
  [[1, 2], null],
  [[3, 1, 2], 2],
  [[1, 1, 1, 100], 1],
  [[5, 5, 5, 5, 9], 5],
])('takes the middle day of %j for usual', (days, usual) => {
  expect(usualOf(days)).toBe(usual)
})

it.each([
  ['five times the usual is not more than that', { bytes: 5 * GB, own: GB, school: null }, false],
  ['more than five times the usual is', { bytes: 5 * GB + 1, own: GB, school: null }, true],
  ['what little is left is nobody’s business', { bytes: GB / 20, own: 1000, school: null }, false],
  ['what is usual for them counts first', { bytes: 6 * GB, own: 2 * GB, school: 1000 }, false],
  ['the school’s day stands in for who is new', { bytes: 6 * GB, own: null, school: GB }, true],
  [
    'a school without a past has nothing unusual',
    { bytes: 99 * GB, own: null, school: null },
    false,
  ],
])('%s', (_title, given, unusual) => {
  expect(isUnusual(given)).toBe(unusual)
})
