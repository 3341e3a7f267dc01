import { chaptersOf, clockOf, secondsOf } from './chapters'

it.each([
  ['0:00', 0],
  ['1:05', 65],
  [' 12:30 ', 750],
  ['90:00', 5400],
  ['1:02:03', 3723],
  ['10:00:00', 36_000],
  ['1:60', null],
  ['1:2:03', null],
  ['1:75:00', null],
  ['5', null],
  ['', null],
  ['-1:00', null],
  ['a:bc', null],
])('reads %j as %s seconds', (clock, seconds) => {
  expect(secondsOf(clock)).toBe(seconds)
})

it.each([
  [0, '0:00'],
  [65.9, '1:05'],
  [3599, '59:59'],
  [3723, '1:02:03'],
  [-4, '0:00'],
])('shows %d seconds as %s', (seconds, clock) => {
  expect(clockOf(seconds)).toBe(clock)
})

it('puts chapters in order and leaves out what is unfinished', () => {
  expect(
    chaptersOf([
      { at: '2:00', title: 'Second' },
      { at: '0:00', title: ' First ' },
      { at: 'soon', title: 'Third' },
      { at: '3:00', title: '' },
      {},
    ]),
  ).toEqual([
    { at: 0, title: 'First' },
    { at: 120, title: 'Second' },
  ])
})
