'use client'

import type { ReactNode } from 'react'

import { NextIntlClientProvider, type AbstractIntlMessages } from 'next-intl'

import type { Locale } from '@/domain/tenancy/locales'

const read = new Map<string, AbstractIntlMessages>()

const messagesIn = (json: string): AbstractIntlMessages => {
  const messages = read.get(json) ?? (JSON.parse(json) as AbstractIntlMessages)
  read.set(json, messages)

  return messages
}

/**
 * The sentences that components in the browser need. They travel as one text: React would walk through
 * every one of them on each render.
 */
export const Sentences = ({
  children,
  json,
  locale,
}: {
  children: ReactNode
  /** As `browserMessages` answers it. */
  json: string
  locale: Locale
}) => (
  <NextIntlClientProvider locale={locale} messages={messagesIn(json)} timeZone="UTC">
    {children}
  </NextIntlClientProvider>
)
