import type { CollectionConfig } from 'payload'

import { anyOf, machineWritten, managers, owner } from '@hooks/access'

import { amount, currency } from '../fields/money'
import { tenant } from '../fields/tenant'

/** Money that moved for an order, or was refused; one row for each payment of a provider. */
export const Payments: CollectionConfig = {
  slug: 'payments',
  access: machineWritten(anyOf(managers, owner('order.buyer'))),
  admin: {
    components: { beforeListTable: ['/src/components/admin/FinanceDesk#FinanceDesk'] },
    defaultColumns: ['order', 'amount', 'currency', 'status', 'provider', 'createdAt'],
    description: {
      en: 'Money that came in, as the payment provider reports it.',
      he: 'הכסף שהתקבל, לפי דיווח ספק התשלומים.',
      ru: 'Поступившие деньги, как о них сообщает платёжный сервис.',
    },
    listSearchableFields: ['providerPayment'],
    useAsTitle: 'providerPayment',
  },
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
      name: 'provider',
      type: 'text',
      label: { en: 'Provider', he: 'ספק', ru: 'Провайдер' },
      required: true,
    },
    {
      name: 'providerPayment',
      type: 'text',
      label: { en: 'Payment', he: 'תשלום', ru: 'Платёж' },
      required: true,
    },
    amount('amount', { label: { en: 'Amount', he: 'סכום', ru: 'Сумма' } }),
    currency(),
    {
      name: 'status',
      type: 'select',
      label: { en: 'Status', he: 'מצב', ru: 'Состояние' },
      options: [
        { label: { en: 'Received', he: 'התקבל', ru: 'Получен' }, value: 'succeeded' },
        { label: { en: 'Failed', he: 'נכשל', ru: 'Не прошёл' }, value: 'failed' },
      ],
      required: true,
    },
    {
      name: 'failure',
      type: 'select',
      admin: { condition: ({ failure }) => Boolean(failure) },
      label: { en: 'Why it failed', he: 'סיבת הכישלון', ru: 'Почему не прошёл' },
      options: [
        { label: { en: 'Declined', he: 'סורב', ru: 'Отклонён' }, value: 'declined' },
        {
          label: {
            en: 'The bank asks the buyer to confirm',
            he: 'הבנק מבקש אישור מהקונה',
            ru: 'Банк просит подтверждения покупателя',
          },
          value: 'authenticationRequired',
        },
        {
          label: { en: 'There is no card any more', he: 'אין עוד כרטיס', ru: 'Карты больше нет' },
          value: 'cardMissing',
        },
      ],
    },
  ],
  indexes: [
    { fields: ['tenant', 'provider', 'providerPayment'], unique: true },
    { fields: ['providerPayment'] },
    { fields: ['tenant', 'createdAt'] },
    { fields: ['tenant', 'currency', 'amount'] },
  ],
  labels: {
    plural: { en: 'Payments', he: 'תשלומים', ru: 'Платежи' },
    singular: { en: 'Payment', he: 'תשלום', ru: 'Платёж' },
  },
  lockDocuments: false,
}
