import type { CollectionConfig } from 'payload'

import { machineWritten, managers, platformField } from '@hooks/access'

import { LANGUAGES } from '../fields/languages'
import { tenant } from '../fields/tenant'

/**
 * Mails to be sent and sent. A row is the order to send one: `dedupeKey` makes a second order for the
 * same occasion impossible. It is rendered and sent by the worker. What a mail says is for the
 * platform's staff alone, since some of them hold links that sign in.
 */
export const Emails: CollectionConfig = {
  slug: 'emails',
  access: machineWritten(managers),
  admin: {
    defaultColumns: ['to', 'kind', 'subject', 'status', 'createdAt'],
    description: {
      en: 'Every mail the school has sent or is about to send.',
      he: 'כל המכתבים שבית הספר שלח או עומד לשלוח.',
      ru: 'Все письма, которые школа отправила или вот-вот отправит.',
    },
    listSearchableFields: ['to', 'subject'],
    useAsTitle: 'subject',
  },
  fields: [
    tenant(),
    {
      name: 'to',
      type: 'email',
      index: true,
      label: { en: 'To', he: 'אל', ru: 'Кому' },
      required: true,
    },
    { name: 'kind', type: 'text', label: { en: 'Kind', he: 'סוג', ru: 'Вид' }, required: true },
    {
      name: 'locale',
      type: 'select',
      label: { en: 'Language', he: 'שפה', ru: 'Язык' },
      options: LANGUAGES,
      required: true,
    },
    {
      name: 'data',
      type: 'json',
      access: { read: platformField },
      admin: { hidden: true },
      required: true,
    },
    { name: 'dedupeKey', type: 'text', admin: { hidden: true }, required: true },
    {
      name: 'status',
      type: 'select',
      defaultValue: 'queued',
      label: { en: 'Status', he: 'מצב', ru: 'Состояние' },
      options: [
        { label: { en: 'Queued', he: 'בתור', ru: 'В очереди' }, value: 'queued' },
        { label: { en: 'Sent', he: 'נשלח', ru: 'Отправлено' }, value: 'sent' },
        { label: { en: 'Failed', he: 'נכשל', ru: 'Ошибка' }, value: 'failed' },
      ],
      required: true,
    },
    { name: 'subject', type: 'text', label: { en: 'Subject', he: 'נושא', ru: 'Тема' } },
    { name: 'html', type: 'textarea', access: { read: platformField }, admin: { hidden: true } },
    { name: 'text', type: 'textarea', access: { read: platformField }, admin: { hidden: true } },
    { name: 'error', type: 'textarea', label: { en: 'Reason', he: 'סיבה', ru: 'Причина' } },
    { name: 'claimedAt', type: 'date', admin: { hidden: true } },
    { name: 'sentAt', type: 'date', label: { en: 'Sent', he: 'נשלח', ru: 'Отправлено' } },
  ],
  indexes: [{ fields: ['tenant', 'dedupeKey'], unique: true }],
  labels: {
    plural: { en: 'Mails', he: 'הודעות דוא״ל', ru: 'Письма' },
    singular: { en: 'Mail', he: 'הודעת דוא״ל', ru: 'Письмо' },
  },
  lockDocuments: false,
}
