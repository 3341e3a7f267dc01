import type { CollectionBeforeChangeHook } from 'payload'

import type { ScheduledTask } from '@hooks/events/reaction'

import { emptyTrash } from '@/operations/tenancy/emptyTrash'

type Row = { deletedAt?: null | string }

/**
 * A row is in the trash from the moment the server put it there, whatever the caller's clock says, and
 * putting it there again changes nothing: the days it can be restored are counted from then.
 */
export const stampTrash: CollectionBeforeChangeHook = ({ data, originalDoc }) => {
  const { deletedAt } = data as Row

  return deletedAt
    ? {
        ...data,
        deletedAt: (originalDoc as Row | undefined)?.deletedAt ?? new Date().toISOString(),
      }
    : data
}

const EVERY_NIGHT = '40 2 * * *'

/** Removes for good what has been in the trash for thirty days. Every night. */
export const emptyTrashNightly: ScheduledTask = {
  name: 'emptyTrashNightly',
  cron: EVERY_NIGHT,
  run: async ({ req: { payload } }) => {
    await emptyTrash({ now: new Date(), payload })
  },
}
