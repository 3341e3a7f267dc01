import { staffToTell } from '@/operations/identity/managersToTell'
import { queueEmails } from '@/operations/mail/queueEmails'
import { schoolOf } from '@/operations/tenancy/school'
import { reaction } from '@hooks/events/reaction'

/** Tells the platform's staff of trouble with the backups, once a day for each kind of it. */
export const tellOnBackupTroubled = reaction({
  name: 'tellOnBackupTroubled',
  on: 'backup.troubled',
  run: async ({ data, req, tenant }) => {
    const school = await schoolOf({ req, tenant })
    if (!school) {
      return
    }
    await queueEmails({
      emails: (await staffToTell(req)).map(({ id, name, email, locale }) => ({
        data: { ...data, name, url: `${school.origin}/admin` },
        key: `backupTroubled:${data.problem}:${data.day}:${id}`,
        locale: locale ?? school.locale,
        template: 'backupTroubled' as const,
        to: email,
      })),
      req,
      urgency: 'prompt',
    })
  },
})
