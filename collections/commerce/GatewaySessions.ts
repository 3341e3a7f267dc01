import type { CollectionConfig } from 'payload'

import { machineWritten, nobody } from '@hooks/access'

import { amount, currency } from '../fields/money'
import { tenant } from '../fields/tenant'

/** What the built-in test gateway remembers, as a payment provider would on its own side. One for each `key`, for what is paid or for a card that is taken. */
export const GatewaySessions: CollectionConfig = {
  slug: 'gateway-sessions',
  access: machineWritten(nobody),
  admin: { hidden: true, useAsTitle: 'session' },
  fields: [
    tenant(),
    { name: 'session', type: 'text', required: true },
    { name: 'key', type: 'text', required: true },
    { name: 'order', type: 'relationship', relationTo: 'orders' },
    { name: 'subscription', type: 'relationship', relationTo: 'subscriptions' },
    { name: 'recurs', type: 'checkbox', defaultValue: false },
    amount('amount'),
    currency(),
    { name: 'lines', type: 'json', required: true },
    {
      name: 'status',
      type: 'select',
      defaultValue: 'open',
      options: ['open', 'paid', 'failed', 'expired'],
      required: true,
    },
    { name: 'payment', type: 'text' },
    { name: 'cardWorks', type: 'checkbox', defaultValue: true },
    { name: 'successUrl', type: 'text', required: true },
    { name: 'cancelUrl', type: 'text', required: true },
    { name: 'expiresAt', type: 'date', required: true },
  ],
  indexes: [
    { fields: ['tenant', 'key'], unique: true },
    { fields: ['tenant', 'session'], unique: true },
  ],
  lockDocuments: false,
}
