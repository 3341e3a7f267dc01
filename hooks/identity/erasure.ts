import type { AfterRestore, ScheduledTask } from '@hooks/events/reaction'

import { storage } from '@/adapters/storage'
import { portraitFolder } from '@/domain/identity/portraits'
import { eraseDueAccounts } from '@/operations/identity/eraseAccounts'
import { keepErasure } from '@/operations/identity/erasureLedger'
import { repeatErasures } from '@/operations/identity/repeatErasures'
import { eraseLastMails } from '@/operations/mail/eraseMails'
import { reaction } from '@hooks/events/reaction'

/** Takes the pictures of an erased account out of the storage. */
export const dropPicturesOnAccountErased = reaction({
  name: 'dropPicturesOnAccountErased',
  on: 'account.erased',
  run: async ({ data: { account }, tenant }) =>
    storage().deleteFolder(portraitFolder({ account, tenant })),
  transaction: false,
})

/** Notes an erasure beside the backups. */
export const keepErasureOnAccountErased = reaction({
  name: 'keepErasureOnAccountErased',
  on: 'account.erased',
  run: ({ data: { account }, tenant }) => keepErasure({ account, tenant }),
  transaction: false,
})

/** Erases again whom a restored backup brought back. */
export const repeatErasuresAfterRestore: AfterRestore = repeatErasures

const EVERY_HOUR = '25 * * * *'

/** Erases accounts whose days of grace are over, and what was left to tell their owners. Every hour. */
export const eraseAccountsHourly: ScheduledTask = {
  name: 'eraseAccountsHourly',
  cron: EVERY_HOUR,
  run: async ({ req: { payload } }) => {
    await eraseDueAccounts({ now: new Date(), payload })
    await eraseLastMails({ payload })
  },
}
