import type { Span } from '@/domain/learning/spans'

/**
 * What a video element tells: where it is in seconds, at which speed, and the time of a steady clock in
 * ms. `play` is sent when it begins or goes on, `time` while it runs, `stop` when it pauses, stalls or ends,
 * `seek` when the learner jumps.
 */
export type PlayerEvent =
  | { clock: number; kind: 'play' | 'stop' | 'time'; position: number; rate: number }
  | { kind: 'seek' }

type Stretch = { clock: number; from: number; rate: number; to: number }

/** Stretches that were really played: those that ended, and the one that is growing. */
export type Collected = { open: null | Stretch; spans: readonly Span[] }

/** Nothing was played yet. */
export const NOTHING: Collected = { open: null, spans: [] }

/** How much further than the clock allows a video may report itself, in seconds. */
const SLACK = 0.5

/** Takes one event in. Only what could be played in the time that passed counts; a jump ends a stretch, whether announced or not. */
export const collect = (state: Collected, event: PlayerEvent): Collected => {
  switch (event.kind) {
    case 'play':
      return { ...ended(state), open: beginning(event) }
    case 'seek':
      return ended(state)
    case 'stop':
      return ended(grown(state, event))
    case 'time':
      return grown(state.open ? state : { ...state, open: beginning(event) }, event)
  }
}

/** Hands out what was collected; the stretch that is growing goes on from where it is. */
export const drain = (state: Collected): { rest: Collected; spans: Span[] } => {
  const { open } = state
  const { spans } = ended(state)

  return { rest: { open: open && { ...open, from: open.to }, spans: [] }, spans: [...spans] }
}

type Moment = Exclude<PlayerEvent, { kind: 'seek' }>

const beginning = ({ clock, position, rate }: Moment): Stretch => ({
  clock,
  from: position,
  rate,
  to: position,
})

const ended = ({ open, spans }: Collected): Collected => ({
  open: null,
  spans: open && open.to > open.from ? [...spans, [open.from, open.to]] : spans,
})

const grown = (state: Collected, event: Moment): Collected => {
  const { open } = state
  if (!open) {
    return state
  }
  const { clock, position, rate } = event
  const most = (Math.max(clock - open.clock, 0) / 1000) * Math.max(rate, open.rate) + SLACK

  return position >= open.to && position - open.to <= most
    ? { ...state, open: { clock, from: open.from, rate, to: position } }
    : { ...ended(state), open: beginning(event) }
}
