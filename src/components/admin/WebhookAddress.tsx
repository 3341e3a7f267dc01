'use client'

import { useFormFields, useTranslation } from '@payloadcms/ui'

import { AddressToEnter } from './connection/AddressToEnter'
import { wordsIn } from './words'

const WORDS = {
  en: {
    events: 'Events to choose there',
    hint: 'Enter this address as the webhook at the provider.',
    label: 'Webhook address',
  },
  he: {
    events: 'אירועים לבחירה שם',
    hint: 'את הכתובת הזו מזינים כ־webhook אצל הספק.',
    label: 'כתובת webhook',
  },
  ru: {
    events: 'События, которые там нужно выбрать',
    hint: 'Укажите этот адрес как webhook у провайдера.',
    label: 'Адрес webhook',
  },
}

/** The events that are made something of, by the providers' names. */
const EVENTS: Record<string, readonly string[]> = {
  paddle: ['adjustment.created', 'adjustment.updated', 'transaction.completed'],
  paypal: [
    'CHECKOUT.ORDER.APPROVED',
    'PAYMENT.CAPTURE.COMPLETED',
    'PAYMENT.CAPTURE.DECLINED',
    'PAYMENT.CAPTURE.DENIED',
    'PAYMENT.CAPTURE.REFUNDED',
    'PAYMENT.CAPTURE.REVERSED',
    'PAYMENT.REFUND.FAILED',
    'PAYMENT.REFUND.PENDING',
    'VAULT.PAYMENT-TOKEN.DELETED',
  ],
  razorpay: [
    'invoice.expired',
    'invoice.paid',
    'payment.captured',
    'payment.failed',
    'payment_link.paid',
    'payment_link.expired',
    'payment_link.cancelled',
    'refund.created',
    'refund.processed',
    'refund.failed',
    'token.cancelled',
    'token.rejected',
  ],
}

/** Where the provider of an account of the school's own sends its events, on the host that is open now. */
export const WebhookAddress = () => {
  const provider = useFormFields(([fields]) => fields.provider?.value)
  const { i18n } = useTranslation()
  const events = typeof provider === 'string' ? EVENTS[provider] : undefined
  if (!events) {
    return null
  }
  const words = wordsIn(i18n.language, WORDS)

  return (
    <div className="field-type lectern-connection">
      <AddressToEnter label={words.label} path={`/api/payments/${String(provider)}/webhook`} />
      <p className="field-description">{words.hint}</p>
      <p className="field-description">{words.events}:</p>
      <ul dir="ltr">
        {events.map((event) => (
          <li key={event}>
            <code>{event}</code>
          </li>
        ))}
      </ul>
    </div>
  )
}
