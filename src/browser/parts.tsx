import type { ComponentType } from 'react'

import { IntlProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'

import type { ReaderPartName } from '@/domain/pages/document'
import type { Locale } from '@/domain/tenancy/locales'

import { CheckoutPart } from '@/components/commerce/CheckoutPart'
import { Dashboard } from '@/components/learning/dashboard/Dashboard'
import en from '@/messages/en.json'
import he from '@/messages/he.json'
import ru from '@/messages/ru.json'

const MESSAGES = { en, he, ru }

const PARTS: Record<ReaderPartName, ComponentType<never>> = { Checkout: CheckoutPart, Dashboard }

/** What a part of a page looks like to one reader, as HTML. */
export const renderPart = ({
  name,
  given,
  locale,
}: {
  given: object
  locale: Locale
  name: ReaderPartName
}): string => {
  const Part = PARTS[name] as ComponentType

  return renderToStaticMarkup(
    <IntlProvider locale={locale} messages={MESSAGES[locale]} timeZone="UTC">
      <Part {...given} />
    </IntlProvider>,
  )
}
