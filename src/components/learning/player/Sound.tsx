'use client'

import { AudioFrame } from './AudioFrame'
import type { PlayerProps } from './usePlaying'
import { WaitingSound } from './Waiting'

/** A recording's player, and its place alone where nobody is known yet to play for, as a film's. */
export const Sound = ({ playing }: { playing: null | PlayerProps }) =>
  playing ? <AudioFrame {...playing} /> : <WaitingSound />
