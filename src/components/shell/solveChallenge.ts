import type { Challenge } from 'altcha-lib/types'

import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2'

/** Milliseconds after which a browser gives up. */
const PATIENCE = 60_000

/** Works out what a form is asked, which takes some seconds beside the page's own thread; null where this browser cannot. */
export const solutionOf = async (challenge: unknown): Promise<null | string> => {
  try {
    const asked = challenge as Challenge
    const solution = await solveChallenge({ challenge: asked, deriveKey, timeout: PATIENCE })

    return solution && btoa(JSON.stringify({ challenge: asked, solution }))
  } catch {
    return null
  }
}
