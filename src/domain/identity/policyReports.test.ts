import { addressWithoutSecrets } from './policyReports'

it.each([
  [
    'https://a.example.com/orders/0199c0de-0000-7000-8000-000000000000/thanks?key=secret',
    'https://a.example.com/orders/:id/thanks',
  ],
  ['inline', 'inline'],
  ['https://a.example.com/\u001b[31m\nx#y', 'https://a.example.com/[31mx'],
  ['x'.repeat(500), 'x'.repeat(200)],
  ['', ''],
])('keeps of %j what a log may hold', (address, kept) => {
  expect(addressWithoutSecrets(address)).toBe(kept)
})
