import type { CollectionConfig } from 'payload'

import { PAYOUT_STATUSES } from '@/domain/commerce/payouts'
import { anyOf, machineWritten, managers, owner } from '@hooks/access'

import { amount, currency } from '../fields/money'
import { tenant } from '../fields/tenant'

const STATUSES = {
  failed: { en: 'Came back', he: 'חזרה', ru: 'Вернулась' },
  paid: { en: 'Paid', he: 'שולמה', ru: 'Выплачена' },
  pending: { en: 'On its way', he: 'בדרך', ru: 'В пути' },
}

/** What was earned, paid out to whoever earned it, or to the school what the platform collected for it; `holder` as in accounts for payouts. */
export const Payouts: CollectionConfig = {
  slug: 'payouts',
  access: machineWritten(anyOf(managers, owner('person'))),
  admin: {
    components: { beforeListTable: ['/src/components/admin/EarningsDesk#EarningsDesk'] },
    defaultColumns: ['person', 'amount', 'currency', 'status', 'failure', 'createdAt'],
    description: {
      en: 'What was paid out to those who earn, and what came back.',
      he: 'מה הועבר למי שמרוויחים, ומה חזר.',
      ru: 'Что выплачено тем, кто зарабатывает, и что вернулось.',
    },
    listSearchableFields: ['providerPayout'],
    useAsTitle: 'id',
  },
  fields: [
    tenant(),
    { name: 'holder', type: 'text', admin: { hidden: true }, required: true },
    {
      name: 'person',
      type: 'relationship',
      index: true,
      label: { en: 'Person', he: 'אדם', ru: 'Человек' },
      relationTo: 'users',
    },
    amount('amount', { label: { en: 'Amount', he: 'סכום', ru: 'Сумма' } }),
    currency(),
    {
      name: 'status',
      type: 'select',
      defaultValue: 'pending',
      label: { en: 'Status', he: 'מצב', ru: 'Состояние' },
      options: PAYOUT_STATUSES.map((value) => ({ label: STATUSES[value], value })),
      required: true,
    },
    {
      name: 'failure',
      type: 'text',
      admin: { components: { Cell: '/src/components/admin/PlainCell#PlainCell' } },
      label: { en: 'Came back because', he: 'סיבת החזרה', ru: 'Причина возврата' },
    },
    {
      name: 'provider',
      type: 'text',
      label: { en: 'Provider', he: 'ספק', ru: 'Провайдер' },
      required: true,
    },
    { name: 'providerAccount', type: 'text', admin: { hidden: true }, required: true },
    {
      name: 'providerPayout',
      type: 'text',
      label: { en: 'At the provider', he: 'אצל הספק', ru: 'У сервиса' },
    },
    { name: 'providerTransfer', type: 'text', admin: { hidden: true } },
    {
      name: 'settledAt',
      type: 'date',
      label: { en: 'Settled', he: 'הסתיים', ru: 'Завершена' },
    },
  ],
  indexes: [{ fields: ['tenant', 'holder', 'currency'] }],
  labels: {
    plural: { en: 'Payouts', he: 'העברות', ru: 'Выплаты' },
    singular: { en: 'Payout', he: 'העברה', ru: 'Выплата' },
  },
  lockDocuments: false,
}
