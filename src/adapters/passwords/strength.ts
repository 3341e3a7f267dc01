import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common'

/** Guesses, as a power of ten, that a password must withstand: an attack over the network never gets so far. */
const LEAST_GUESSES = 8

const made: { common?: Set<string>; meter?: ZxcvbnFactory } = {}

/** Made when it is first asked for: its lists are half a megabyte. */
const meter = (): ZxcvbnFactory =>
  (made.meter ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs }))

/** Whether a password is soon guessed, also by who knows `words` of its owner, such as their name and address. */
export const isGuessable = (password: string, words: readonly string[]): boolean =>
  meter().check(password, [...words]).guessesLog10 < LEAST_GUESSES

/** Whether a password is among the fifty thousand that are used most. */
export const isCommon = (password: string): boolean => {
  const common = (made.common ??= new Set<string>(dictionary['passwords-common']))

  return common.has(password.toLowerCase())
}
