import type { CollectionConfig } from 'payload'

import { anyOf, machineWritten, managers, owner } from '@hooks/access'

import { amount, currency } from '../fields/money'
import { tenant } from '../fields/tenant'

/**
 * What is paid for again and again: a subscription, or a plan of instalments, with the terms of the day it
 * was bought. Written by payments, by the worker that charges what is due, and by the buyer's wish to end it.
 * `session` is the payment page whose card is charged: `card` is what its holder knows it by, and `cardKeys` what its provider
 * does. `cardPage` is the page on which another card is being given, where its provider has to be asked what came of it.
 */
export const Subscriptions: CollectionConfig = {
  slug: 'subscriptions',
  access: machineWritten(anyOf(managers, owner('buyer'))),
  admin: {
    components: {
      beforeListTable: [
        '/src/components/admin/RecoveredRevenue#RecoveredRevenue',
        '/src/components/admin/RecoveredCheckouts#RecoveredCheckouts',
      ],
    },
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
      name: 'desk',
      type: 'ui',
      admin: {
        components: { Field: '/src/components/admin/SubscriptionDesk#SubscriptionDesk' },
        disableListColumn: true,
      },
    },
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
        { label: { en: 'Paused', he: 'מושהה', ru: 'Приостановлена' }, value: 'paused' },
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
      name: 'cancelReason',
      type: 'select',
      admin: { condition: ({ cancelReason }) => Boolean(cancelReason) },
      label: { en: 'Why it was canceled', he: 'סיבת הביטול', ru: 'Причина отмены' },
      options: [
        {
          label: { en: 'Too expensive', he: 'יקר מדי', ru: 'Слишком дорого' },
          value: 'tooExpensive',
        },
        { label: { en: 'No time', he: 'אין זמן', ru: 'Нет времени' }, value: 'noTime' },
        { label: { en: 'Finished', he: 'סיום הלימוד', ru: 'Всё пройдено' }, value: 'finished' },
        {
          label: { en: 'Not as expected', he: 'לא כמצופה', ru: 'Не то, чего ждали' },
          value: 'notAsExpected',
        },
        {
          label: { en: 'Technical trouble', he: 'תקלות טכניות', ru: 'Технические проблемы' },
          value: 'technical',
        },
        { label: { en: 'Another reason', he: 'סיבה אחרת', ru: 'Другое' }, value: 'other' },
      ],
    },
    {
      name: 'cancelNote',
      type: 'textarea',
      admin: { condition: ({ cancelNote }) => Boolean(cancelNote) },
      label: { en: 'In the buyer’s words', he: 'במילות הקונה', ru: 'Словами покупателя' },
    },
    {
      type: 'row',
      fields: [
        amount('credit', { defaultValue: 0, label: { en: 'Credit', he: 'זיכוי', ru: 'Зачёт' } }),
        amount('discountAmount', {
          defaultValue: 0,
          label: { en: 'Discount', he: 'הנחה', ru: 'Скидка' },
        }),
        {
          name: 'discountPercent',
          type: 'number',
          defaultValue: 0,
          label: { en: 'Discount, %', he: 'הנחה, %', ru: 'Скидка, %' },
        },
        {
          name: 'discountPeriods',
          type: 'number',
          defaultValue: 0,
          label: { en: 'for so many payments', he: 'למספר תשלומים', ru: 'на столько платежей' },
        },
      ],
    },
    {
      type: 'row',
      fields: [
        {
          name: 'pausedAt',
          type: 'date',
          label: { en: 'Paused since', he: 'מושהה מאז', ru: 'Пауза с' },
        },
        {
          name: 'endedAt',
          type: 'date',
          label: { en: 'Ended on', he: 'הסתיים ב־', ru: 'Завершилась' },
        },
        {
          name: 'wonBackAt',
          type: 'date',
          label: { en: 'Invited back on', he: 'הוזמן לחזור ב־', ru: 'Приглашён вернуться' },
        },
      ],
    },
    { name: 'base', type: 'number', admin: { hidden: true }, defaultValue: 0 },
    { name: 'periodValue', type: 'number', admin: { hidden: true }, defaultValue: 0 },
    {
      name: 'provider',
      type: 'text',
      label: { en: 'Paid through', he: 'דרך התשלום', ru: 'Способ оплаты' },
      required: true,
    },
    { name: 'session', type: 'text', admin: { hidden: true }, required: true },
    {
      name: 'card',
      type: 'json',
      admin: { hidden: true },
    },
    {
      name: 'cardKeys',
      type: 'json',
      access: { create: () => false, read: () => false, update: () => false },
      admin: { disableListColumn: true, disableListFilter: true, hidden: true },
      hidden: true,
    },
    {
      name: 'cardPage',
      type: 'json',
      access: { create: () => false, read: () => false, update: () => false },
      admin: { disableListColumn: true, disableListFilter: true, hidden: true },
      hidden: true,
    },
    { name: 'pageClosesAt', type: 'date', admin: { hidden: true } },
    {
      name: 'orders',
      type: 'join',
      collection: 'orders',
      label: { en: 'Orders', he: 'הזמנות', ru: 'Заказы' },
      on: 'subscription',
    },
  ],
  indexes: [{ fields: ['status', 'nextStepAt'] }, { fields: ['endedAt', 'wonBackAt'] }],
  labels: {
    plural: { en: 'Subscriptions', he: 'מנויים', ru: 'Подписки' },
    singular: { en: 'Subscription', he: 'מנוי', ru: 'Подписка' },
  },
  lockDocuments: false,
}
