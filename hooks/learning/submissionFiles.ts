import { storage } from '@/adapters/storage'
import { workFolder } from '@/domain/media/keys'
import { sweepWorkFiles } from '@/operations/learning/assignments/sweep'
import { reaction } from '@hooks/events/reaction'

import type { ScheduledTask } from '@hooks/events/reaction'

/** Takes a file of somebody's work out of the storage, once its row is gone. */
export const eraseWorkFileOnRemoved = reaction({
  name: 'eraseWorkFileOnRemoved',
  on: 'submissionFile.removed',
  run: ({ data: { file }, tenant }) => storage().deleteFolder(workFolder({ id: file, tenant })),
  transaction: false,
})

/** Forgets files whose upload broke off more than a day ago. */
export const sweepWorkFilesNightly: ScheduledTask = {
  name: 'sweepWorkFilesNightly',
  cron: '20 3 * * *',
  run: ({ req }) => sweepWorkFiles({ now: new Date(), req }),
}
