import type { CollectionConfig } from 'payload'

import { DISPUTE_STATES } from '@/domain/commerce/disputes'
import { machineWritten, managers } from '@hooks/access'

import { amount, currency } from '../fields/money'
import { tenant } from '../fields/tenant'

const STATES = {
  inquiry: { en: 'The bank asks', he: 'הבנק מברר', ru: 'Банк запрашивает' },
  lost: { en: 'Lost', he: 'הוכרע לטובת הקונה', ru: 'Проигран' },
  needsResponse: { en: 'Waits for your answer', he: 'ממתין לתשובתכם', ru: 'Ждёт вашего ответа' },
  underReview: { en: 'Before the bank', he: 'בבדיקת הבנק', ru: 'Рассматривает банк' },
  won: { en: 'Won', he: 'הוכרע לטובתכם', ru: 'Выигран' },
}

/**
 * Payments that buyers contest at their bank, as providers report them; each by the provider's own id. `isWithdrawn` says that
 * the money was taken at some time; `suspended` are the enrollments that were paused for it.
 */
export const Disputes: CollectionConfig = {
  slug: 'disputes',
  access: machineWritten(managers),
  admin: {
    defaultColumns: ['order', 'amount', 'currency', 'state', 'dueAt', 'reason', 'openedAt'],
    description: {
      en: 'Payments that buyers contest at their bank. Answer in your payment provider’s account, before the date that stands here.',
      he: 'תשלומים שקונים ערערו עליהם בבנק שלהם. עונים בחשבון שלכם אצל ספק התשלומים, לפני התאריך שמופיע כאן.',
      ru: 'Платежи, которые покупатели оспорили в своём банке. Отвечают в кабинете платёжного сервиса, до указанной здесь даты.',
    },
    listSearchableFields: ['providerDispute', 'reason'],
    useAsTitle: 'providerDispute',
  },
  defaultSort: '-openedAt',
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
    {
      name: 'state',
      type: 'select',
      label: { en: 'State', he: 'מצב', ru: 'Состояние' },
      options: DISPUTE_STATES.map((value) => ({ label: STATES[value], value })),
      required: true,
    },
    amount('amount', { label: { en: 'Amount', he: 'סכום', ru: 'Сумма' } }),
    amount('fee', { label: { en: 'Fee', he: 'עמלה', ru: 'Комиссия' } }),
    currency(),
    {
      name: 'reason',
      type: 'text',
      admin: {
        components: { Cell: '/src/components/admin/DisputeReasonCell#DisputeReasonCell' },
      },
      label: { en: 'Reason', he: 'סיבה', ru: 'Причина' },
    },
    { name: 'dueAt', type: 'date', label: { en: 'Answer by', he: 'לענות עד', ru: 'Ответить до' } },
    {
      name: 'openedAt',
      type: 'date',
      label: { en: 'Opened', he: 'נפתח', ru: 'Открыт' },
      required: true,
    },
    { name: 'settledAt', type: 'date', label: { en: 'Over', he: 'הסתיים', ru: 'Завершён' } },
    {
      name: 'isWithdrawn',
      type: 'checkbox',
      defaultValue: false,
      label: { en: 'Money was taken', he: 'הכסף נלקח', ru: 'Деньги списаны' },
    },
    {
      name: 'provider',
      type: 'text',
      label: { en: 'Provider', he: 'ספק', ru: 'Провайдер' },
      required: true,
    },
    {
      name: 'providerDispute',
      type: 'text',
      label: { en: 'At the provider', he: 'אצל הספק', ru: 'У сервиса' },
      required: true,
    },
    { name: 'reportedAt', type: 'date', admin: { hidden: true }, required: true },
    { name: 'suspended', type: 'json', admin: { hidden: true } },
  ],
  indexes: [
    { fields: ['tenant', 'provider', 'providerDispute'], unique: true },
    { fields: ['tenant', 'createdAt'] },
  ],
  labels: {
    plural: { en: 'Disputes', he: 'ערעורים', ru: 'Споры' },
    singular: { en: 'Dispute', he: 'ערעור', ru: 'Спор' },
  },
  lockDocuments: false,
}
