import type { CollectionConfig } from 'payload'

import { machineWritten, managers } from '@hooks/access'

import { tenant } from '../fields/tenant'

/**
 * What a buyer was shown of an upsell after the payment of `order`, one row for each step, and what they answered; `placed` is
 * the order by which they took it. `chargingAt` is when a charge of it began, so that of two at once one is made.
 */
export const UpsellProposals: CollectionConfig = {
  slug: 'upsell-proposals',
  access: machineWritten(managers),
  admin: {
    defaultColumns: ['createdAt', 'order', 'upsell', 'step', 'answer', 'placed'],
    description: {
      en: 'What buyers were offered after a payment, and what they answered.',
      he: 'מה הוצע לקונים אחרי התשלום, ומה ענו.',
      ru: 'Что предложили покупателям после оплаты и что они ответили.',
    },
    useAsTitle: 'id',
  },
  defaultSort: '-createdAt',
  fields: [
    tenant(),
    {
      name: 'order',
      type: 'relationship',
      index: true,
      label: { en: 'After the order', he: 'אחרי ההזמנה', ru: 'После заказа' },
      relationTo: 'orders',
      required: true,
    },
    {
      name: 'upsell',
      type: 'relationship',
      index: true,
      label: { en: 'What was offered', he: 'מה הוצע', ru: 'Что предложили' },
      relationTo: 'upsells',
      required: true,
    },
    {
      name: 'step',
      type: 'select',
      label: { en: 'Step', he: 'שלב', ru: 'Шаг' },
      options: [
        { label: { en: 'The first', he: 'ראשונה', ru: 'Первое' }, value: 'upsell' },
        { label: { en: 'After a no', he: 'אחרי ויתור', ru: 'После отказа' }, value: 'downsell' },
      ],
      required: true,
    },
    {
      name: 'answer',
      type: 'select',
      label: { en: 'Answer', he: 'תשובה', ru: 'Ответ' },
      options: [
        { label: { en: 'Taken', he: 'התקבלה', ru: 'Взяли' }, value: 'accepted' },
        { label: { en: 'Declined', he: 'ויתרו', ru: 'Отказались' }, value: 'declined' },
      ],
    },
    {
      name: 'answeredAt',
      type: 'date',
      label: { en: 'Answered at', he: 'נענתה ב־', ru: 'Когда ответили' },
    },
    {
      name: 'placed',
      type: 'relationship',
      index: true,
      label: { en: 'Order', he: 'הזמנה', ru: 'Заказ' },
      relationTo: 'orders',
    },
    { name: 'chargingAt', type: 'date', admin: { hidden: true } },
  ],
  indexes: [{ fields: ['tenant', 'order', 'step'], unique: true }],
  labels: {
    plural: {
      en: 'Answers after the payment',
      he: 'תשובות אחרי התשלום',
      ru: 'Ответы после оплаты',
    },
    singular: { en: 'Answer after the payment', he: 'תשובה אחרי התשלום', ru: 'Ответ после оплаты' },
  },
  lockDocuments: false,
}
