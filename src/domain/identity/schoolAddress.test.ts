import { hostIn } from './schoolAddress'

it.each([
  ['ofek.localhost', 'ofek.localhost'],
  [' https://Ofek.Example.com/courses?x=1#y ', 'ofek.example.com'],
  ['http://ofek.localhost:3000/', 'ofek.localhost'],
  ['ofek.localhost:3000', 'ofek.localhost'],
  ['ofek.example.com?next=//evil.example', 'ofek.example.com'],
  ['https://', ''],
  ['', ''],
])('reads the host of %j as %j', (address, host) => {
  expect(hostIn(address)).toBe(host)
})
