import type { CollectionConfig } from 'payload'

import { anyOf, machineWritten, managers, owner } from '@hooks/access'

import { tenant } from '../fields/tenant'

/**
 * Where somebody who earns is paid: an account at the provider of payouts, one for each person and for the school itself (`holder` is the id of
 * the person, or `school`). `needs` is what the provider still wants to know.
 */
export const PayoutAccounts: CollectionConfig = {
  slug: 'payout-accounts',
  access: machineWritten(anyOf(managers, owner('person'))),
  admin: { hidden: true, useAsTitle: 'providerAccount' },
  fields: [
    tenant(),
    { name: 'holder', type: 'text', required: true },
    { name: 'person', type: 'relationship', index: true, relationTo: 'users' },
    { name: 'provider', type: 'text', required: true },
    { name: 'providerAccount', type: 'text', index: true, required: true },
    { name: 'isReady', type: 'checkbox', defaultValue: false },
    { name: 'needs', type: 'text' },
  ],
  indexes: [{ fields: ['tenant', 'holder', 'provider'], unique: true }],
  labels: {
    plural: { en: 'Accounts for payouts', he: 'חשבונות להעברות', ru: 'Счета для выплат' },
    singular: { en: 'Account for payouts', he: 'חשבון להעברות', ru: 'Счёт для выплат' },
  },
  lockDocuments: false,
}
