import { createTranslator } from 'next-intl'

import type { Template } from '@/domain/mail/templates'
import type { TemplateWords } from '@/domain/mail/words'
import type { Locale } from '@/domain/tenancy/locales'

import en from '@/messages/mail/en.json' with { type: 'json' }
import he from '@/messages/mail/he.json' with { type: 'json' }
import ru from '@/messages/mail/ru.json' with { type: 'json' }

const MESSAGES: Record<Locale, typeof en> = { en, he, ru }

/** The words of every mail in one language. */
export const mailWords = (locale: Locale) =>
  createTranslator({ locale, messages: MESSAGES[locale], namespace: 'mail' })

export type MailWords = ReturnType<typeof mailWords>

/** `preview` is the line an inbox shows after the subject. */
export type DefaultWords = TemplateWords & { preview: string }

type Said = Record<'action' | 'heading' | 'intro' | 'preview' | 'subject', string> & {
  forgotten?: string
}

/** What a mail says where its school has no words of its own, with its placeholders. */
export const defaultWords = (kind: Template, locale: Locale): DefaultWords => {
  const { action, forgotten, heading, intro, preview, subject }: Said = MESSAGES[locale].mail[kind]

  return {
    body: [intro, forgotten].filter(Boolean).join('\n\n'),
    buttonLabel: action,
    heading,
    preview,
    subject,
  }
}
