import type { MailTemplate } from '../types'

import { Paragraph } from '../Paragraph'

type Place = { locale: string; school: { timeZone?: null | string } }

const dateIn = ({ locale, school }: Place, moment: string): string =>
  new Intl.DateTimeFormat(locale, {
    dateStyle: 'long',
    timeZone: school.timeZone ?? 'UTC',
  }).format(new Date(moment))

/** Tells a learner what the school changed of their access to a course, until when it is open, and why. */
export const accessChanged: MailTemplate<'accessChanged'> = {
  details: ({ data: { action, cohort, reason, until }, locale, school, t }) => (
    <>
      <Paragraph look={school}>{t(`accessChanged.actions.${action}`)}</Paragraph>
      {cohort && (
        <Paragraph look={school}>
          {t('accessChanged.cohort', {
            cohort: cohort.name,
            date: dateIn({ locale, school }, cohort.startsAt),
          })}
        </Paragraph>
      )}
      {until && action !== 'remove' && action !== 'pause' && (
        <Paragraph look={school}>
          {t('accessChanged.until', {
            date: dateIn({ locale, school }, until),
          })}
        </Paragraph>
      )}
      <Paragraph look={school}>{t('accessChanged.reason', { reason })}</Paragraph>
    </>
  ),
  values: ({ data: { course } }) => ({ course }),
}
