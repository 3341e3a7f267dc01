import { setTimeout as sleep } from 'node:timers/promises'

/** Asks until there is an answer other than null, undefined or false; throws when there is none in time (ms). */
export const eventually = async <T>(
  ask: () => Promise<false | null | T | undefined>,
  within = 30_000,
): Promise<T> => {
  for (const until = Date.now() + within; ; await sleep(50)) {
    const answer = await ask()
    if (answer !== null && answer !== undefined && answer !== false) {
      return answer
    }
    if (Date.now() > until) {
      throw new Error(`Nothing came within ${within} ms.`)
    }
  }
}
