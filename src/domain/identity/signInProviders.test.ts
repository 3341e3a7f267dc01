import { areDomains, domainsIn, isProvedBy } from './signInProviders'

it('reads domains as people write them', () => {
  expect(domainsIn(' @School.example, uni.ac.il;\nx.test ')).toEqual([
    'school.example',
    'uni.ac.il',
    'x.test',
  ])
})

it.each([
  ['', true],
  [null, true],
  ['school.example', true],
  ['@school.example, uni.ac.il', true],
  ['localhost', false],
  ['school.example/x', false],
  ['*.example', false],
  ['-a.example', false],
])('says whether %j lists domains: %s', (text, are) => {
  expect(areDomains(text)).toBe(are)
})

it.each([
  ['a verified address', { domains: [], email: 'a@x.test', isVerified: true }, true],
  ['an unverified one', { domains: [], email: 'a@x.test', isVerified: false }, false],
  ['one of a domain', { domains: ['x.test'], email: 'a@x.test', isVerified: false }, true],
  ['one of a part of it', { domains: ['x.test'], email: 'a@b.x.test', isVerified: false }, false],
  ['one that ends like it', { domains: ['x.test'], email: 'a@ax.test', isVerified: false }, false],
  ['two signs', { domains: ['x.test'], email: 'a@x.test@y.test', isVerified: false }, false],
])('takes %s for proved: %s', (_what, said, is) => {
  expect(isProvedBy(said)).toBe(is)
})
