import type { CollectionConfig } from 'payload'

import { machineWritten, managers } from '@hooks/access'

import { record } from '../fields/record'
import { tenant } from '../fields/tenant'

/**
 * What payment providers reported, each report once, stored before anything is made of it. `report`
 * is the event in the platform's words, `payload` as the provider sent it; `refusal` says why money
 * was not taken for its order, or that it was paid twice: matters for the school to look at.
 */
export const PaymentEvents: CollectionConfig = {
  slug: 'payment-events',
  access: machineWritten(managers),
  admin: {
    defaultColumns: ['type', 'provider', 'outcome', 'refusal', 'receivedAt'],
    description: {
      en: 'Messages of the payment provider, and what became of each.',
      he: 'הודעות ספק התשלומים, ומה נעשה עם כל אחת.',
      ru: 'Сообщения платёжного сервиса и что с каждым стало.',
    },
    listSearchableFields: ['providerEvent', 'type'],
    useAsTitle: 'providerEvent',
  },
  fields: [
    tenant(),
    {
      name: 'provider',
      type: 'text',
      label: { en: 'Provider', he: 'ספק', ru: 'Провайдер' },
      required: true,
    },
    {
      name: 'providerEvent',
      type: 'text',
      label: { en: 'Report', he: 'דיווח', ru: 'Уведомление' },
      required: true,
    },
    {
      name: 'type',
      type: 'text',
      label: { en: 'What happened', he: 'מה קרה', ru: 'Событие' },
      required: true,
    },
    record('report', { label: { en: 'Read as', he: 'נקרא כך', ru: 'Прочитано как' } }),
    record('payload', { label: { en: 'As sent', he: 'כפי שנשלח', ru: 'Как прислано' } }),
    {
      name: 'receivedAt',
      type: 'date',
      label: { en: 'Received', he: 'התקבל', ru: 'Получено' },
      required: true,
    },
    { name: 'processedAt', type: 'date', label: { en: 'Processed', he: 'טופל', ru: 'Обработано' } },
    {
      name: 'outcome',
      type: 'select',
      label: { en: 'Outcome', he: 'תוצאה', ru: 'Итог' },
      options: [
        { label: { en: 'Applied', he: 'הוחל', ru: 'Применено' }, value: 'applied' },
        {
          label: { en: 'Nothing to do', he: 'אין מה לעשות', ru: 'Ничего не нужно' },
          value: 'ignored',
        },
        { label: { en: 'Refused', he: 'נדחה', ru: 'Отклонено' }, value: 'refused' },
      ],
    },
    { name: 'refusal', type: 'text', label: { en: 'Reason', he: 'סיבה', ru: 'Причина' } },
  ],
  indexes: [
    { fields: ['tenant', 'provider', 'providerEvent'], unique: true },
    { fields: ['tenant', 'refusal'] },
  ],
  labels: {
    plural: { en: 'Payment reports', he: 'דיווחי תשלום', ru: 'Уведомления об оплате' },
    singular: { en: 'Payment report', he: 'דיווח תשלום', ru: 'Уведомление об оплате' },
  },
  lockDocuments: false,
}
