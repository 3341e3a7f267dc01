import { hasSeveralHosts, plainTarget } from './requestTarget'

const host = 'aurora.localhost:3000'

it.each([
  ['/', host, '/'],
  ['/courses?q=a', host, '/courses?q=a'],
  ['//evil.example/', host, '//evil.example/'],
  ['http://evil.example/', 'evil.example', '/'],
  ['HTTPS://evil.example', 'evil.example', '/'],
  ['http://ofek.localhost:3000/api/session?x=1', 'ofek.localhost:3000', '/api/session?x=1'],
  ['http://aurora.localhost@evil.example/a', 'evil.example', '/a'],
  ['*', '', '/'],
  ['evil.example:443', '', '/'],
  ['javascript:alert(1)', '', '/'],
  ['http://', '', '/'],
])('has %s asked of the host %s, as %s', (url, asked, path) => {
  const request = { headers: { host }, url }
  plainTarget(request)

  expect(request).toEqual({ headers: { host: asked }, url: path })
})

it.each([
  ['/api/tokens', '/api/tokens'],
  ['/api/./tokens?a=/../b', '/api/tokens?a=/../b'],
  ['/api/x/../tokens', '/api/tokens'],
  ['/api/x/%2e%2e/tokens', '/api/tokens'],
  ['/api/x/.%2E/tokens', '/api/tokens'],
  ['/api/%74oken%73', '/api/tokens'],
  ['/api\\tokens', '/api/tokens'],
  ['/api/tokens#a', '/api/tokens'],
  ['http://aurora.localhost:3000/api/token%73', '/api/tokens'],
  ['/api%2ftokens', '/api%2ftokens'],
  ['/api/token%2573', '/api/token%2573'],
  ['/%', '/%'],
  ['/%zz/%c3%28', '/%zz/%c3%28'],
  ['/../../etc/passwd', '/etc/passwd'],
  ['/%D7%A9?q=%20%41', '/%D7%A9?q=%20%41'],
  ['/a//b', '/a//b'],
  ['?a', '/'],
])('writes the path of %s as %s', (url, path) => {
  const request = { headers: { host }, url }
  plainTarget(request)

  expect(request.url).toBe(path)
})

it.each([
  [['Host', 'a'], false],
  [['Host', 'a', 'host', 'a'], true],
  [['Accept', 'host', 'HOST', 'b', 'Cookie', 'c', 'Host', 'd'], true],
  [['X', 'Host', 'Y', 'Host'], false],
])('tells that of %j more than one names a host: %s', (rawHeaders, has) => {
  expect(hasSeveralHosts({ rawHeaders })).toBe(has)
})
