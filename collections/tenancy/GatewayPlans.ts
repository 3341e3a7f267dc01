import type { CollectionConfig } from 'payload'

import { machineWritten, nobody } from '@hooks/access'

import { amount, currency } from '../fields/money'
import { tenant } from '../fields/tenant'

/** What the built-in test gateway remembers of subscriptions to plans, as a payment provider would on its own side. */
export const GatewayPlans: CollectionConfig = {
  slug: 'gateway-plans',
  access: machineWritten(nobody),
  admin: { hidden: true, useAsTitle: 'session' },
  fields: [
    tenant(),
    { name: 'session', type: 'text', required: true },
    { name: 'key', type: 'text', required: true },
    { name: 'plan', type: 'text', required: true },
    { name: 'title', type: 'text', required: true },
    amount('amount'),
    currency(),
    {
      name: 'status',
      type: 'select',
      defaultValue: 'open',
      options: ['open', 'closed', 'active', 'pastDue', 'ended'],
      required: true,
    },
    { name: 'endsAtPeriodEnd', type: 'checkbox', defaultValue: false },
    { name: 'periodEnd', type: 'date' },
    { name: 'successUrl', type: 'text', required: true },
    { name: 'cancelUrl', type: 'text', required: true },
  ],
  indexes: [
    { fields: ['tenant', 'key'], unique: true },
    { fields: ['tenant', 'session'], unique: true },
  ],
  lockDocuments: false,
}
