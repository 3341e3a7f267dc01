import { codeOf, isOfStream, keptFor, readCode, streamFile, streamUrl } from './streams'

const VIDEO = '019a2b3c-4d5e-7f60-8123-456789abcdef'
const RUN = '0b9a2b3c-4d5e-4f60-8123-456789abcdef'
const at = (path: string) => streamFile(streamUrl({ path, run: RUN, video: VIDEO }))

describe('streamFile', () => {
  it.each([
    ['master.m3u8', 'playlist', '', 0],
    ['v720/index.m3u8', 'playlist', 'v720', 0],
    ['a/index.m3u8', 'playlist', 'a', 0],
    ['v1080/00042.ts', 'segment', 'v1080', 0],
    ['a/00000.ts', 'segment', 'a', 0],
    ['v240/key/3', 'key', 'v240', 3],
    ['poster.webp', 'picture', '', 0],
    ['story/12.webp', 'picture', '', 0],
    ['story.vtt', 'words', '', 0],
    ['waveform.json', 'words', '', 0],
  ])('knows %s', (path, kind, rendition, place) => {
    expect(at(path)).toMatchObject({ kind, path, place, rendition, run: RUN, video: VIDEO })
  })

  it.each([
    '',
    'v720/',
    'v720/../secret',
    '../../media/film.mp4',
    'v720/key/../index.m3u8',
    'v720/00001.mp4',
    'v9/00001.ts',
    'v720/key/',
    'v720/key/-1',
    'story/..webp',
    'master.m3u8/x',
    'V720/index.m3u8',
    '%2e%2e/x',
  ])('finds nothing at %s', (path) => {
    expect(at(path)).toBeNull()
  })

  it('leaves the query aside, and knows no video without an id', () => {
    expect(streamFile(`/api/stream/${VIDEO}/${RUN}/master.m3u8?a=1`)?.path).toBe('master.m3u8')
    expect(streamFile(`/api/stream/film/${RUN}/master.m3u8`)).toBeNull()
    expect(streamFile(`/api/streams/${VIDEO}/${RUN}/master.m3u8`)).toBeNull()
    expect([isOfStream('/api/stream/x'), isOfStream('/api/streams')]).toEqual([true, false])
  })
})

it('lets browsers keep all but keys', () => {
  expect(keptFor('key')).toContain('no-store')
  expect(keptFor('playlist')).toContain('no-cache')
  expect(keptFor('segment')).toContain('immutable')
  expect(keptFor('segment')).toContain('private')
})

it('reads a code back as people copy it', () => {
  const code = codeOf([0, 1, 18, 255, 32, 77, 9, 200])
  expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/)
  expect(readCode(` ${code.slice(0, 4).toLowerCase()}-${code.slice(4)} `)).toBe(code)
  expect(readCode('oiL0')).toBe('0110')
})
