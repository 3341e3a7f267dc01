'use client'

import { PlayerFrame } from './PlayerFrame'
import type { PlayerProps } from './usePlaying'
import { WaitingFilm } from './Waiting'

/**
 * A film's player, and its place alone where nobody is known yet to play for. The server renders the place, so that a page names
 * the player's code and that of streams among what the browser fetches first.
 */
export const Film = ({ playing }: { playing: null | PlayerProps }) =>
  playing ? <PlayerFrame {...playing} /> : <WaitingFilm />
