import type { ScheduledTask } from '@hooks/events/reaction'

import { forgetTransfers } from '@/operations/catalog/transfer/forget'
import { reachPlace } from '@/operations/catalog/transfer/work'
import { reaction } from '@hooks/events/reaction'

/** Exports or imports one course after the other, each a job of its own. */
export const moveOnTransferReached = reaction({
  name: 'moveOnTransferReached',
  on: 'transfer.reached',
  run: ({ data, req, tenant }) => reachPlace({ ...data, req, tenant }),
  transaction: false,
})

const EVERY_HOUR = '25 * * * *'

/** Forgets exports and imports, with their files, after seven days. */
export const forgetTransfersHourly: ScheduledTask = {
  name: 'forgetTransfersHourly',
  cron: EVERY_HOUR,
  run: ({ req: { payload } }) => forgetTransfers(payload),
}
