import { collect, drain, NOTHING, type PlayerEvent } from './spanCollector'

const at = (
  kind: 'play' | 'stop' | 'time',
  position: number,
  seconds: number,
  rate = 1,
): PlayerEvent => ({ clock: seconds * 1000, kind, position, rate })

const seek: PlayerEvent = { kind: 'seek' }

const spansOf = (...events: PlayerEvent[]) => drain(events.reduce(collect, NOTHING)).spans

describe('collect', () => {
  it('follows the video from play to pause', () => {
    expect(
      spansOf(at('play', 0, 0), at('time', 0.25, 0.25), at('time', 0.5, 0.5), at('stop', 0.7, 0.7)),
    ).toEqual([[0, 0.7]])
  })

  it('does not count what a seek jumps over', () => {
    expect(
      spansOf(
        at('play', 0, 0),
        at('time', 2, 2),
        seek,
        at('time', 60, 2.2),
        at('time', 61, 3.2),
        at('stop', 61, 3.2),
      ),
    ).toEqual([
      [0, 2],
      [60, 61],
    ])
  })

  it('does not believe a jump that nobody announced', () => {
    expect(
      spansOf(at('play', 0, 0), at('time', 1, 1), at('time', 90, 2), at('time', 91, 3)),
    ).toEqual([
      [0, 1],
      [90, 91],
    ])
  })

  it('counts a second watch of the same part as its own stretch', () => {
    expect(
      spansOf(at('play', 5, 0), at('time', 8, 3), at('time', 4, 3.1), at('time', 6, 5.1)),
    ).toEqual([
      [5, 8],
      [4, 6],
    ])
  })

  it('allows for speed', () => {
    expect(spansOf(at('play', 0, 0, 2), at('time', 2, 1, 2), at('time', 4, 2, 2))).toEqual([[0, 4]])
  })

  it('keeps a long step when the clock says that the time has passed', () => {
    expect(spansOf(at('play', 0, 0), at('time', 58, 58))).toEqual([[0, 58]])
  })

  it('tells nothing where nothing was played', () => {
    expect(spansOf(at('play', 3, 0), seek, seek, at('stop', 9, 1))).toEqual([])
  })

  it('starts at the first tick when play was not heard', () => {
    expect(spansOf(at('time', 10, 0), at('time', 11, 1))).toEqual([[10, 11]])
  })
})

describe('drain', () => {
  it('goes on from where it handed out, without a gap and without a repeat', () => {
    const first = drain([at('play', 0, 0), at('time', 10, 10)].reduce(collect, NOTHING))
    const second = drain([at('time', 14, 14), at('stop', 15, 15)].reduce(collect, first.rest))

    expect(first.spans).toEqual([[0, 10]])
    expect(second.spans).toEqual([[10, 15]])
    expect(drain(second.rest).spans).toEqual([])
  })
})
