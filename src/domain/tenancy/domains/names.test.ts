import { readDomainName } from './names'

const read = (text: string) => readDomainName({ rootDomain: 'platform.example', text })

describe('the name of a domain', () => {
  it.each([
    ['learn.example.com', 'learn.example.com'],
    ['  Learn.EXAMPLE.com. ', 'learn.example.com'],
    ['https://learn.example.com/', 'learn.example.com'],
    ['HTTP://example.co.uk', 'example.co.uk'],
    ['bücher.example', 'xn--bcher-kva.example'],
    ['школа.рф', 'xn--80atdl2c.xn--p1ai'],
    ['בדיקה.קום', 'xn--5dbedt4e.xn--9dbq2a'],
    ['ＬＥＡＲＮ.example.com', 'learn.example.com'],
  ])('is read from %j as %s', (text, host) => {
    expect(read(text)).toEqual({ host })
  })

  it.each([
    ['', 'domainMalformed'],
    ['example', 'domainMalformed'],
    ['example.com/courses', 'domainMalformed'],
    ['example.com:8443', 'domainMalformed'],
    ['example.com:80', 'domainMalformed'],
    ['me@example.com', 'domainMalformed'],
    ['ftp://example.com', 'domainMalformed'],
    ['*.example.com', 'domainMalformed'],
    ['learn_it.example.com', 'domainMalformed'],
    ['-a.example.com', 'domainMalformed'],
    ['a..example.com', 'domainMalformed'],
    ['exam ple.com', 'domainMalformed'],
    [`${'a'.repeat(64)}.example.com`, 'domainMalformed'],
    ['a.'.repeat(130) + 'com', 'domainMalformed'],
    ['192.0.2.1', 'domainIsAddress'],
    ['0x7f.1', 'domainIsAddress'],
    ['2130706433', 'domainIsAddress'],
    ['2001:db8::1', 'domainIsAddress'],
    ['[2001:db8::1]', 'domainIsAddress'],
    ['platform.example', 'domainOfPlatform'],
    ['Aurora.Platform.example', 'domainOfPlatform'],
    ['co.uk', 'domainIsSuffix'],
    ['github.io', 'domainIsSuffix'],
  ])('is none in %j: %s', (text, problem) => {
    expect(read(text)).toEqual({ problem })
  })

  it('is the same when it is read again', () => {
    const once = read('Straße.example')
    expect(once).toHaveProperty('host')
    expect(read((once as { host: string }).host)).toEqual(once)
  })
})
