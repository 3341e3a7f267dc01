import type { CollectionConfig } from 'payload'

import { anyOf, machineWritten, managers, owner } from '@hooks/access'

import { amount, currency } from '../fields/money'
import { tenant } from '../fields/tenant'

/**
 * What is paid for again and again: a subscription, or a plan of instalments, with the terms of the day it
 * was bought. Written by payments, by the worker that charges what is due, and by the buyer's wish to end it.
 * `session` is the payment page whose card is charged.
 */
export const Subscriptions: CollectionConfig = {
  slug: 'subscriptions',
  access: machineWritten(anyOf(managers, owner('buyer'))),
  admin: {
    defaultColumns: ['title', 'buyer', 'status', 'amount', 'currency', 'paidPeriods', 'nextStepAt'],
    description: {
      en: 'Subscriptions and instalment plans, with what is paid and when the next charge is.',
      he: 'מנויים ותוכניות תשלומים: מה שולם ומתי החיוב הבא.',
      ru: 'Подписки и рассрочки: что оплачено и когда следующее списание.',
    },
    listSearchableFields: ['title'],
    useAsTitle: 'title',
  },
  fields: [
    tenant(),
    {
      name: 'title',
      type: 'text',
      label: { en: 'Title', he: 'כותרת', ru: 'Название' },
      required: true,
    },
    {
      name: 'buyer',
      type: 'relationship',
      index: true,
      label: { en: 'Buyer', he: 'קונה', ru: 'Покупатель' },
      relationTo: 'users',
      required: true,
    },
    {
      name: 'offer',
      type: 'relationship',
      index: true,
      label: { en: 'Offer', he: 'הצעה', ru: 'Предложение' },
      relationTo: 'offers',
      required: true,
    },
    {
      name: 'status',
      type: 'select',
      label: { en: 'Status', he: 'מצב', ru: 'Состояние' },
      options: [
        { label: { en: 'In trial', he: 'בניסיון', ru: 'Пробный период' }, value: 'trialing' },
        { label: { en: 'Active', he: 'פעיל', ru: 'Действует' }, value: 'active' },
        { label: { en: 'Past due', he: 'בפיגור', ru: 'Просрочена' }, value: 'pastDue' },
        { label: { en: 'Canceled', he: 'בוטל', ru: 'Отменена' }, value: 'canceled' },
        { label: { en: 'Ended', he: 'הסתיים', ru: 'Завершена' }, value: 'ended' },
      ],
      required: true,
    },
    {
      name: 'kind',
      type: 'select',
      label: { en: 'Kind', he: 'סוג', ru: 'Вид' },
      options: [
        { label: { en: 'Subscription', he: 'מנוי', ru: 'Подписка' }, value: 'subscription' },
        { label: { en: 'Instalments', he: 'תשלומים', ru: 'Рассрочка' }, value: 'plan' },
      ],
      required: true,
    },
    {
      type: 'row',
      fields: [
        amount('amount', { label: { en: 'Amount', he: 'סכום', ru: 'Сумма' } }),
        currency(),
        {
          name: 'interval',
          type: 'select',
          label: { en: 'Every', he: 'בכל', ru: 'Каждый' },
          options: [
            { label: { en: 'Month', he: 'חודש', ru: 'Месяц' }, value: 'month' },
            { label: { en: 'Year', he: 'שנה', ru: 'Год' }, value: 'year' },
          ],
          required: true,
        },
        {
          name: 'payments',
          type: 'number',
          label: { en: 'Payments in all', he: 'סך התשלומים', ru: 'Всего платежей' },
        },
      ],
    },
    {
      type: 'row',
      fields: [
        {
          name: 'paidPeriods',
          type: 'number',
          defaultValue: 0,
          label: { en: 'Paid', he: 'שולמו', ru: 'Оплачено' },
          required: true,
        },
        {
          name: 'failures',
          type: 'number',
          defaultValue: 0,
          label: { en: 'Failed charges', he: 'חיובים שנכשלו', ru: 'Неудачных списаний' },
          required: true,
        },
      ],
    },
    {
      name: 'anchor',
      type: 'date',
      label: { en: 'Counted from', he: 'נספר מ־', ru: 'Отсчёт с' },
      required: true,
    },
    {
      name: 'periodEnd',
      type: 'date',
      label: { en: 'Paid until', he: 'שולם עד', ru: 'Оплачена до' },
      required: true,
    },
    {
      name: 'nextStepAt',
      type: 'date',
      label: { en: 'Next charge', he: 'החיוב הבא', ru: 'Следующее списание' },
    },
    {
      name: 'cancelAtPeriodEnd',
      type: 'checkbox',
      defaultValue: false,
      label: {
        en: 'Ends with what is paid for',
        he: 'מסתיים בתום מה ששולם',
        ru: 'Закончится с оплаченным',
      },
    },
    {
      name: 'isCompleted',
      type: 'checkbox',
      defaultValue: false,
      label: { en: 'Paid in full', he: 'שולם במלואו', ru: 'Оплачена полностью' },
    },
    {
      name: 'provider',
      type: 'text',
      label: { en: 'Paid through', he: 'דרך התשלום', ru: 'Способ оплаты' },
      required: true,
    },
    { name: 'session', type: 'text', admin: { hidden: true }, required: true },
    {
      name: 'orders',
      type: 'join',
      collection: 'orders',
      label: { en: 'Orders', he: 'הזמנות', ru: 'Заказы' },
      on: 'subscription',
    },
  ],
  indexes: [{ fields: ['status', 'nextStepAt'] }],
  labels: {
    plural: { en: 'Subscriptions', he: 'מנויים', ru: 'Подписки' },
    singular: { en: 'Subscription', he: 'מנוי', ru: 'Подписка' },
  },
  lockDocuments: false,
}
