import { setTimeout as sleep } from 'node:timers/promises'

import { send } from './http'

/** Waits until `GET /api/health` answers 200; throws with its last answer when it does not in time. */
export const untilHealthy = async ({
  patience,
  port,
}: {
  patience: number
  port: number
}): Promise<void> => {
  const until = Date.now() + patience
  for (let last = 'nothing'; Date.now() < until; await sleep(200)) {
    const answer = await send({ host: `localhost:${port}`, path: '/api/health', port }).catch(
      () => null,
    )
    if (answer?.status === 200) {
      return
    }
    last = answer ? `${answer.status} ${answer.text}` : last
    if (Date.now() + 200 > until) {
      throw new Error(`The platform is not well: GET /api/health says ${last}`)
    }
  }
}
