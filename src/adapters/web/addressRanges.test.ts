import { rangeIn, rangeText, within } from './addressRanges'

it.each([
  ['203.0.113.7', '203.0.113.7'],
  [' 203.0.113.0/24 ', '203.0.113.0/24'],
  ['203.0.113.7/32', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:DB8::/48', '2001:db8::/48'],
  ['2001:db8::1', '2001:db8::1'],
])('reads %s as %s', (text, written) => {
  const range = rangeIn(text)

  expect(range && rangeText(range)).toBe(written)
})

it.each([
  '',
  '0.0.0.0/0',
  '10.0.0.0/7',
  '::/0',
  '2001::/18',
  '203.0.113.7/33',
  '203.0.113',
  '203.0.113.7/',
  'example.com',
  '1.2.3.4/8; drop',
  '1.2.3.4 5.6.7.8',
  '2001:db8::1/129',
])('takes %j for no range', (text) => {
  expect(rangeIn(text)).toBeNull()
})

it.each([
  ['203.0.113.0/24', '203.0.113.255', true],
  ['203.0.113.0/24', '203.0.114.0', false],
  ['203.0.113.77/24', '203.0.113.1', true],
  ['2001:db8::/32', '2001:db8:ffff::1', true],
  ['2001:db8::/32', '2001:db9::1', false],
  ['203.0.113.7', '::ffff:203.0.113.7', true],
  ['203.0.113.7', 'nonsense', false],
])('says whether %s holds %s: %s', (text, address, holds) => {
  const range = rangeIn(text)

  expect(within(range ? [range] : [])(address)).toBe(holds)
})
