import type { MailTemplate } from '../types'

import { Paragraph } from '../Paragraph'

/** Tells of a sign-in from a device that the account had not used before. */
export const newDevice: MailTemplate<'newDevice'> = {
  details: ({ data: { at, device, place }, locale, school, t }) => {
    const moment = new Intl.DateTimeFormat(locale, {
      dateStyle: 'long',
      timeStyle: 'short',
      timeZone: school.timeZone ?? 'UTC',
    }).format(new Date(at))
    const lines = [
      [t('newDevice.device'), device],
      [t('newDevice.place'), place],
      [t('newDevice.time'), moment],
    ]

    return lines.map(
      ([what, said]) =>
        said && (
          <Paragraph key={what} look={school}>
            {what}: <bdi>{said}</bdi>
          </Paragraph>
        ),
    )
  },
  note: ({ school, t }) => (
    <Paragraph look={school} isSmall>
      {t('newDevice.reassure')}
    </Paragraph>
  ),
  values: () => ({}),
}
