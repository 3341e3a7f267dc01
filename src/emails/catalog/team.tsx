import type { MailArgs, MailTemplate } from '../types'

import { Paragraph } from '../Paragraph'

type Place = MailArgs<'teamInvitation' | 'teamNews'>

/** The role and share of a place in a team. */
const placeOf = ({ data: { role, share }, locale, t }: Place): string => {
  const percent = new Intl.NumberFormat(locale, { maximumFractionDigits: 2, style: 'percent' })
  const named = t(`teamInvitation.roles.${role}`)

  return share > 0
    ? t('teamInvitation.placeWithShare', { role: named, share: percent.format(share / 10_000) })
    : t('teamInvitation.place', { role: named })
}

/** Asks somebody to teach a course, in what role and for what share. */
export const teamInvitation: MailTemplate<'teamInvitation'> = {
  details: (args) => <Paragraph look={args.school}>{placeOf(args)}</Paragraph>,
  note: ({ t }) => t('teamInvitation.note'),
  values: ({ data: { author, course } }) => ({ author, course }),
}

/** Says what became of a place in a team. */
export const teamNews: MailTemplate<'teamNews'> = {
  details: (args) => {
    const {
      data: { course, news, reason, who },
      school,
      t,
    } = args

    return (
      <>
        <Paragraph look={school}>{t(`teamNews.news.${news}`, { course, who })}</Paragraph>
        {news === 'changed' && <Paragraph look={school}>{placeOf(args)}</Paragraph>}
        {reason && <Paragraph look={school}>{t('teamNews.reason', { reason })}</Paragraph>}
      </>
    )
  },
  values: ({ data: { course, who } }) => ({ course, who }),
}
