import type { MailData, Template } from '@/domain/mail/templates'

import { openedLinks } from '@/operations/mail/sealedLinks'

/** What a mail was told, as its reader gets it, from what is kept of it. */
export const openedMail = <D extends object>({
  data,
  kind,
  tenant,
}: {
  data: D
  kind: Template
  tenant: string
}): D =>
  openedLinks({
    data: data as unknown as MailData[Template],
    template: kind,
    tenant,
  }) as unknown as D
