import { describe, expect, it } from '@jest/globals'

import { captionsFault, captionsIn, captionsText, captionTime, typedTime } from './webvtt'

const FILE = `WEBVTT - A walk

STYLE
::cue { color: white }

1
00:01.000 --> 00:04.500 align:start
Good morning,
everybody.

NOTE somebody sneezes

00:00:05.000 --> 01:00:06.250
<v Anna>Let us go.
`

describe('captions', () => {
  it('are read with what stands before them', () => {
    expect(captionsIn(FILE)).toEqual({
      cues: [
        { from: 1, settings: 'align:start', text: 'Good morning,\neverybody.', to: 4.5 },
        { from: 5, settings: '', text: '<v Anna>Let us go.', to: 3606.25 },
      ],
      head: 'WEBVTT - A walk\n\nSTYLE\n::cue { color: white }',
    })
  })

  it('come back as they were read, and are a file that players follow', () => {
    const read = captionsIn(FILE)
    const text = captionsText(read)

    expect(captionsIn(text)).toEqual(read)
    expect(captionsFault(text)).toBeNull()
    expect(captionsIn(captionsText(captionsIn(FILE.replaceAll('\n', '\r\n'))))).toEqual(read)
  })

  it('are put into their order, and hold nothing that would end them', () => {
    const text = captionsText({
      cues: [
        { from: 5, settings: '', text: 'Then', to: 6 },
        { from: 1, settings: '', text: 'a --> b\n\nc', to: 2 },
      ],
      head: '',
    })

    expect(text).toBe(
      'WEBVTT\n\n00:00:01.000 --> 00:00:02.000\na → b\nc\n\n00:00:05.000 --> 00:00:06.000\nThen\n\n',
    )
    expect(captionsFault(text)).toBeNull()
  })
})

it.each([
  [0, '00:00:00.000'],
  [59.9996, '00:01:00.000'],
  [3661.5, '01:01:01.500'],
])('%f seconds are written %s', (seconds, text) => {
  expect(captionTime(seconds)).toBe(text)
})

it.each([
  ['5', 5],
  ['1:02', 62],
  ['01:02,5', 62.5],
  ['1:00:02', 3602],
  ['1:60', null],
  ['', null],
  ['soon', null],
])('%j is typed for %j seconds', (typed, seconds) => {
  expect(typedTime(typed)).toBe(seconds)
})
