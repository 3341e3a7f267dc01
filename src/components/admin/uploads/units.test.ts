import { bytesIn, timeIn } from './units'

it.each([
  ['en', 0, '0 byte'],
  ['en', 999, '999 byte'],
  ['en', 1_500_000, '1.5 MB'],
  ['en', 5_000_000_000, '5 GB'],
  ['ru', 1_500_000, '1,5 МБ'],
])('says bytes in %s: %i', (language, bytes, said) => {
  expect(bytesIn(language, bytes)).toBe(said)
})

it.each([
  [0.2, '1 sec'],
  [59, '59 sec'],
  [61, '2 min'],
  [7300, '3 hr'],
])('says how long %d seconds are', (seconds, said) => {
  expect(timeIn('en', seconds)).toBe(said)
})
