import type { CollectionConfig } from 'payload'

import { REFUND_STATUSES } from '@/domain/commerce/refunds'
import { anyOf, machineWritten, managers, owner } from '@hooks/access'

import { amount, currency } from '../fields/money'
import { tenant } from '../fields/tenant'

const STATUSES = {
  failed: { en: 'Refused by the provider', he: 'נדחה על ידי הספק', ru: 'Отклонён сервисом' },
  pending: { en: 'Under way', he: 'בדרך', ru: 'В пути' },
  succeeded: { en: 'Given back', he: 'הוחזר', ru: 'Возвращён' },
}

/**
 * Money given back of an order's payment, asked for once under its `key`; its lines are rows of their own. Nothing else
 * follows from it before it has `succeeded`.
 */
export const Refunds: CollectionConfig = {
  slug: 'refunds',
  access: machineWritten(anyOf(managers, owner('order.buyer'))),
  admin: {
    defaultColumns: ['createdAt', 'order', 'amount', 'currency', 'status', 'reason'],
    description: {
      en: 'Money that went back to buyers; each is made in its order.',
      he: 'כסף שחזר לקונים; כל החזר נעשה מתוך ההזמנה.',
      ru: 'Деньги, возвращённые покупателям; возврат делается в самом заказе.',
    },
    listSearchableFields: ['reason', 'providerRefund'],
    useAsTitle: 'providerRefund',
  },
  defaultSort: '-createdAt',
  fields: [
    tenant(),
    {
      name: 'order',
      type: 'relationship',
      index: true,
      label: { en: 'Order', he: 'הזמנה', ru: 'Заказ' },
      relationTo: 'orders',
      required: true,
    },
    {
      name: 'payment',
      type: 'relationship',
      index: true,
      label: { en: 'Payment', he: 'תשלום', ru: 'Платёж' },
      relationTo: 'payments',
      required: true,
    },
    amount('amount', { label: { en: 'Amount', he: 'סכום', ru: 'Сумма' } }),
    currency(),
    {
      name: 'status',
      type: 'select',
      defaultValue: 'pending',
      label: { en: 'Status', he: 'מצב', ru: 'Состояние' },
      options: REFUND_STATUSES.map((value) => ({ label: STATUSES[value], value })),
      required: true,
    },
    {
      name: 'reason',
      type: 'textarea',
      label: { en: 'Reason', he: 'סיבה', ru: 'Причина' },
    },
    {
      name: 'endsAccess',
      type: 'checkbox',
      defaultValue: false,
      label: { en: 'Ends access', he: 'מסיים את הגישה', ru: 'Закрывает доступ' },
    },
    {
      name: 'failure',
      type: 'text',
      admin: { condition: ({ failure }) => Boolean(failure) },
      label: { en: 'Refused because', he: 'סיבת הדחייה', ru: 'Причина отказа' },
    },
    { name: 'key', type: 'text', admin: { hidden: true }, required: true },
    {
      name: 'providerRefund',
      type: 'text',
      label: { en: 'At the provider', he: 'אצל הספק', ru: 'У сервиса' },
    },
    {
      name: 'author',
      type: 'relationship',
      label: { en: 'Made by', he: 'נעשה על ידי', ru: 'Кем сделан' },
      relationTo: 'users',
    },
    {
      name: 'settledAt',
      type: 'date',
      label: { en: 'Given back at', he: 'הוחזר ב־', ru: 'Когда возвращён' },
    },
  ],
  indexes: [
    { fields: ['tenant', 'key'], unique: true },
    { fields: ['tenant', 'payment', 'providerRefund'], unique: true },
    { fields: ['tenant', 'providerRefund'] },
    { fields: ['tenant', 'createdAt'] },
    { fields: ['tenant', 'currency', 'amount'] },
  ],
  labels: {
    plural: { en: 'Refunds', he: 'החזרים', ru: 'Возвраты' },
    singular: { en: 'Refund', he: 'החזר', ru: 'Возврат' },
  },
  lockDocuments: false,
}
