import type { Answer } from './records'

import {
  judgeAddress,
  judgeAuthority,
  judgeProof,
  namesAbove,
  recordsToShow,
  wantedRecords,
} from './records'

const found = (...values: string[]): Answer => ({ kind: 'found', values })
const none: Answer = { kind: 'noRecord' }
const noName: Answer = { kind: 'noName' }
const failed: Answer = { kind: 'failed' }
const timeout: Answer = { kind: 'timeout' }
const target = 'aurora.platform.example'
const shown = (host: string, addresses: string[] = []) =>
  recordsToShow(wantedRecords({ addresses, host, target, token: 'abc' })).map(
    ({ type, label, value }) => `${type} ${label} ${value}`,
  )

describe('the records a domain needs', () => {
  it('are a text and an alias for a name below the top', () => {
    expect(shown('learn.example.com', ['203.0.113.7'])).toEqual([
      'TXT _domain-verification.learn abc',
      `CNAME learn ${target}`,
    ])
  })

  it('are a text and addresses, or an ALIAS, at the top', () => {
    expect(shown('example.co.uk', ['203.0.113.7', '2001:db8::7'])).toEqual([
      'TXT _domain-verification abc',
      `ALIAS @ ${target}`,
      'A @ 203.0.113.7',
      'AAAA @ 2001:db8::7',
    ])
  })

  it('never name the platform but as where the alias leads', () => {
    expect(shown('example.com').join(' ').replace(target, '')).not.toMatch(/lectern|platform/i)
  })
})

describe('a proof', () => {
  it('is good when one of several texts is the token', () => {
    expect(judgeProof(found('v=spf1 -all', ' abc '), 'abc').isGood).toBe(true)
  })

  it.each([
    [found('abd'), 'wrongValue', ['abd']],
    [noName, 'noName', []],
    [none, 'noRecord', []],
    [timeout, 'timeout', []],
    [failed, 'serverFailed', []],
  ])('is not good when %j was answered: %s', (answer, reason, values) => {
    expect(judgeProof(answer, 'abc')).toEqual({ found: values, isGood: false, reason })
  })

  it('shows five of what stands there at most', () => {
    expect(judgeProof(found('1', '2', '3', '4', '5', '6'), 'abc').found).toHaveLength(5)
  })
})

describe('where a domain leads', () => {
  const judge = (alias: Answer, here: Answer) =>
    judgeAddress({ alias, here, ours: ['203.0.113.7', '2001:db8::7'], target })

  it.each([
    ['an alias of the sub-domain', found(target), none],
    ['our address', none, found('203.0.113.7')],
    ['our addresses of both kinds', none, found('203.0.113.7', '2001:db8::7')],
    ['an alias of another name at our address', found('cdn.example'), found('203.0.113.7')],
  ])('is here for %s', (_, alias, here) => {
    expect(judge(alias, here)).toEqual({ found: [], isGood: true, reason: null })
  })

  it('is elsewhere when one of its addresses is a stranger’s', () => {
    expect(judge(none, found('203.0.113.7', '2001:db8::bad'))).toEqual({
      found: ['2001:db8::bad'],
      isGood: false,
      reason: 'pointsElsewhere',
    })
  })

  it('is elsewhere when it is an alias of a name without addresses', () => {
    expect(judge(found('old.example'), none)).toMatchObject({
      found: ['old.example'],
      reason: 'pointsElsewhere',
    })
  })

  it('is nowhere without a record', () => {
    expect(judge(none, { kind: 'noName' })).toMatchObject({ reason: 'noName' })
  })
})

describe('who may issue certificates', () => {
  const judge = (...climb: Answer[]) => judgeAuthority(climb, ['letsencrypt.org'])

  it.each([
    ['nobody says', none, none],
    ['our authority is named', found('ca.example', 'letsencrypt.org; validationmethods=http-01')],
    ['our authority is named above', none, found('letsencrypt.org')],
  ])('is our authority too when %s', (_, ...climb) => {
    expect(judge(...(climb as Answer[])).isGood).toBe(true)
  })

  it('is another when the nearest records name others, whatever stands above', () => {
    expect(judge(found('ca.example'), found('letsencrypt.org'))).toEqual({
      found: ['ca.example'],
      isGood: false,
      reason: 'forbidden',
    })
    expect(judge(found(';')).reason).toBe('forbidden')
  })

  it('is unknown while a server is silent', () => {
    expect(judge({ kind: 'timeout' }, none).reason).toBe('timeout')
    expect(judge({ kind: 'failed' }).reason).toBe('serverFailed')
  })

  it('is asked of the name and all above it but the top', () => {
    expect(namesAbove('a.b.example.com')).toEqual([
      'a.b.example.com',
      'b.example.com',
      'example.com',
    ])
  })
})
