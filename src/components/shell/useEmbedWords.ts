import { useTranslations } from 'next-intl'

/** The words of the question that is asked once for all. */
export type BannerWords = Record<
  | 'accept'
  | 'body'
  | 'choose'
  | 'decline'
  | 'embeds'
  | 'embedsHint'
  | 'failed'
  | 'necessary'
  | 'necessaryHint'
  | 'save'
  | 'title',
  string
>

/** The words about what another site keeps. */
export type EmbedWords = Record<'always' | 'body' | 'failed' | 'open' | 'show' | 'stop', string> & {
  banner: BannerWords
}

/** The words about something at a host; an island is given them, so that pages without one carry none. */
export const useEmbedWords = (host: string): EmbedWords => {
  const t = useTranslations('embeds')
  // Set apart from the direction of the words around it.
  const named = { host: `\u2066${host}\u2069` }

  return {
    always: t('always'),
    banner: {
      accept: t('banner.accept'),
      body: t('banner.body'),
      choose: t('banner.choose'),
      decline: t('banner.decline'),
      embeds: t('banner.embeds'),
      embedsHint: t('banner.embedsHint'),
      failed: t('failed'),
      necessary: t('banner.necessary'),
      necessaryHint: t('banner.necessaryHint'),
      save: t('banner.save'),
      title: t('banner.title'),
    },
    body: t('body', named),
    failed: t('failed'),
    open: t('open', named),
    show: t('show', named),
    stop: t('stop'),
  }
}
