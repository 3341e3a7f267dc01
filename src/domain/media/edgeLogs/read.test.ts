import { edgeFolder } from '../edges'
import { isPlausible, sentBy } from './entry'
import { logReader } from './read'

const [TENANT, VIDEO, RUN, PLAY] = [
  '01890000-0000-7000-8000-000000000001',
  '01890000-0000-7000-8000-000000000002',
  'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee',
  '01890000-0000-7000-8000-000000000003',
]
const SEGMENT = `${edgeFolder({ run: RUN, tenant: TENANT, video: VIDEO })}v720/00001.ts`
const AT = Date.parse('2026-11-23T08:09:10Z')

const read = (...lines: string[]) => {
  const reader = logReader()

  return lines.map(reader).at(-1)
}

const FIELDS = '#Fields: date time sc-bytes cs-method cs-uri-stem cs-uri-query sc-status x-edge-request-id'

describe('a line of a log', () => {
  it.each([
    [
      'of CloudFront',
      [
        '#Version: 1.0',
        FIELDS,
        ['2026-11-23', '08:09:10', '500', 'GET', SEGMENT, `viewer=${PLAY}`, '206', 'r1'].join('\t'),
      ],
      'r1',
    ],
    [
      'of Cloudflare',
      [
        JSON.stringify({
          ClientRequestMethod: 'GET',
          ClientRequestURI: `${SEGMENT}?viewer=${PLAY}`,
          EdgeResponseBytes: 500,
          EdgeResponseStatus: 206,
          EdgeStartTimestamp: AT * 1e6,
          RayID: 'r1',
        }),
      ],
      'r1',
    ],
    [
      'of JSON under our names',
      [
        JSON.stringify({
          id: 'r1',
          bytes: '500',
          method: 'GET',
          status: '206',
          time: '2026-11-23T08:09:10Z',
          url: `${SEGMENT}?viewer=${PLAY}`,
        }),
      ],
      'r1',
    ],
    [
      'of nginx as JSON',
      [
        JSON.stringify({
          body_bytes_sent: 500,
          msec: '1795421350.000',
          request_id: 'r1',
          request_method: 'GET',
          request_uri: `${SEGMENT}?viewer=${PLAY}`,
          status: 206,
        }),
      ],
      'r1',
    ],
    [
      'of Bunny, with a stroke in the name of a browser',
      [
        `HIT|206|${AT}|500|390|192.0.2.0|-|https://films.example/bcdn_token=x&expires=1&token_path=%2Fa&viewer=${PLAY}${SEGMENT}|WA|a|b|r1|DE`,
      ],
      'r1',
    ],
    [
      'of the combined format, in another zone',
      [
        `192.0.2.1 - - [23/Nov/2026:10:09:10 +0200] "GET ${SEGMENT}?viewer=${PLAY} HTTP/2.0" 206 500 "-" "Firefox"`,
      ],
      null,
    ],
  ])('%s tells what was sent, of what, when and for whom', (_name, lines, id) => {
    const answer = read(...lines)
    expect(answer).toMatchObject({ id, at: AT, bytes: 500, status: 206 })
    expect(sentBy(answer as never)).toEqual({
      at: AT,
      bytes: 500,
      play: PLAY,
      tenant: TENANT,
      video: VIDEO,
    })
  })

  it.each([
    'nonsense',
    '{"url":',
    '[]',
    '{}x',
    '\u0000\u0000',
    `192.0.2.1 - - [yesterday] "GET ${SEGMENT} HTTP/2.0" 200 500`,
    `192.0.2.1 - - [23/Nov/2026:10:09:10 +0200] "GET ${SEGMENT} HTTP/2.0" 200 -`,
  ])('that is %s is not read', (line) => {
    expect(read(line)).toBe('unread')
  })

  it.each(['', '   ', '#Version: 1.0', '# a remark'])('that is “%s” tells of nothing', (line) => {
    expect(read(line)).toBeNull()
  })
})

describe('what a line says', () => {
  const answer = { id: null, at: AT, bytes: 500, method: 'GET', status: 200, url: SEGMENT }

  it('can be true', () => {
    expect(isPlausible(answer, AT)).toBe(true)
  })

  it.each([
    { bytes: -1 },
    { bytes: 1e30 },
    { bytes: 0.5 },
    { bytes: NaN },
    { at: NaN },
    { at: AT + 2 * 3_600_000 },
    { status: NaN },
    { url: '' },
  ])('cannot be true with %j', (lie) => {
    expect(isPlausible({ ...answer, ...lie }, AT)).toBe(false)
  })

  it.each([
    { status: 403 },
    { status: 304 },
    { method: 'HEAD' },
    { method: 'OPTIONS' },
    { url: SEGMENT.replace('v720/00001.ts', 'master.m3u8') },
    { url: SEGMENT.replace('v720', 'v720/../v720') },
    { url: SEGMENT.replace('/api/edge', '/api/stream') },
    { url: `/elsewhere?to=${SEGMENT}` },
    { url: `/elsewhere${SEGMENT}` },
  ])('is no segment that was sent with %j', (other) => {
    expect(sentBy({ ...answer, ...other })).toBeNull()
  })

  it('is of nobody who is known where the address does not say', () => {
    expect(sentBy(answer)).toMatchObject({ play: null })
    expect(sentBy({ ...answer, url: `${SEGMENT}?viewer=1'--` })).toMatchObject({ play: null })
  })
})
