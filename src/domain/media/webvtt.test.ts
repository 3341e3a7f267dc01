import { captionsFault } from './webvtt'

const file = (...lines: string[]): string => ['WEBVTT', '', ...lines, ''].join('\n')

describe('a file of captions', () => {
  it.each([
    ['minutes alone', file('00:01.000 --> 00:04.000', 'Hello')],
    ['hours', file('100:00:01.000 --> 100:00:04.000 align:start line:0', 'Hello')],
    ['names, notes and styles', file('NOTE by hand', '', 'STYLE', '::cue {}', '', 'one', '00:01.000 --> 00:02.000', 'שלום')],
    ['Windows lines and a mark of its bytes', '\uFEFFWEBVTT Captions\r\n\r\n00:01.000 --> 00:02.000\r\nHello\r\n'],
    ['cues that overlap', file('00:01.000 --> 00:09.000', 'One', '', '00:02.000 --> 00:03.000', 'Two')],
  ])('may have %s', (_, text) => {
    expect(captionsFault(text)).toBeNull()
  })

  it.each([
    ['header', 1, '1\n00:00:01,000 --> 00:00:02,000\nSubRip'],
    ['timing', 3, file('00:00:01,000 --> 00:00:02,000', 'Commas')],
    ['timing', 3, file('00:04.000 --> 00:01.000', 'Backwards')],
    ['timing', 3, file('soon --> later', 'Words')],
    ['order', 6, file('00:05.000 --> 00:06.000', 'One', '', '00:01.000 --> 00:02.000', 'Two')],
    ['empty', 3, file()],
  ] as const)('is refused for its %s, with the line %i', (code, line, text) => {
    expect(captionsFault(text)).toEqual({ code, line })
  })
})
