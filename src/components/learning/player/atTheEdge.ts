import type { EdgeLeave } from '@/domain/media/edges'

import { edgeAddress } from './edgeAddress'

/** For how long segments come from the school after the edge has failed to send one, in ms. */
const AWAY = 60_000

/** Which segments of a stream are fetched at the edge: all, while it answers. `src` is the address of the play list, in full. */
export const atTheEdge = ({
  leave,
  now = () => performance.now(),
  src,
}: {
  leave: () => EdgeLeave | null
  now?: () => number
  src: string
}) => {
  const asked = new Set<string>()
  let until = 0

  return {
    /** Where to ask for a file of the stream instead; null for where its address says. */
    addressOf: (url: string): null | string => {
      const edge = now() < until ? null : leave()
      const address = edge && edgeAddress(url, { edge, src })
      if (address) {
        asked.add(url)
      } else {
        asked.delete(url)
      }

      return address
    },
    /** Whether what failed to come was asked of the edge, which is then left alone for a while. */
    wasMissed: (url: string): boolean => {
      const isMissed = asked.delete(url)
      if (isMissed) {
        until = now() + AWAY
      }

      return isMissed
    },
  }
}
