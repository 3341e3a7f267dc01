import type { CollectionConfig } from 'payload'

import { MEANS, PURPOSES } from '@/domain/identity/consents'
import { anyOf, machineWritten, managers, owner } from '@hooks/access'

import { tenant } from '../fields/tenant'

const PURPOSE_LABELS = {
  courseUpdates: { en: 'News of courses', he: 'חדשות על קורסים', ru: 'Новости курсов' },
  embeds: {
    en: 'Content of other sites',
    he: 'תוכן מאתרים אחרים',
    ru: 'Содержимое других сайтов',
  },
  privacy: { en: 'Privacy policy', he: 'מדיניות פרטיות', ru: 'Политика конфиденциальности' },
  refunds: { en: 'Refund policy', he: 'מדיניות החזרים', ru: 'Условия возврата' },
  reminders: {
    en: 'Reminders of purchases',
    he: 'תזכורות על רכישות',
    ru: 'Напоминания о покупках',
  },
  terms: { en: 'Terms', he: 'תנאי שימוש', ru: 'Условия использования' },
}

const MEANS_LABELS = {
  account: { en: 'In the account', he: 'בחשבון', ru: 'В личном кабинете' },
  banner: { en: 'On a page', he: 'בעמוד', ru: 'На странице' },
  checkout: { en: 'At checkout', he: 'ברכישה', ru: 'При покупке' },
  signUp: { en: 'At sign-up', he: 'בהרשמה', ru: 'При регистрации' },
  unsubscribe: {
    en: 'By the link of a mail',
    he: 'בקישור שבדוא״ל',
    ru: 'По ссылке из письма',
  },
}

/**
 * Each time that somebody agreed to something or took it back: an account, or a visitor by the random id of their browser. `version`
 * is that of the text as it stood, `origin` the network asked from, without the machine. Rows are written once; what holds is the
 * last one of a purpose. `key` is one's own for each act, so that an act told twice is one row.
 */
export const Consents: CollectionConfig = {
  slug: 'consents',
  access: machineWritten(anyOf(owner('account'), managers)),
  admin: {
    defaultColumns: ['account', 'purpose', 'isGiven', 'means', 'createdAt'],
    description: {
      en: 'Who agreed to what, or took it back, when and how. Rows are never changed.',
      he: 'מי הסכים למה, או חזר בו, מתי ואיך. השורות אינן משתנות.',
      ru: 'Кто с чем согласился или отозвал согласие, когда и как. Записи не меняются.',
    },
    useAsTitle: 'id',
  },
  defaultSort: '-createdAt',
  fields: [
    tenant(),
    {
      name: 'account',
      type: 'relationship',
      index: true,
      label: { en: 'Person', he: 'אדם', ru: 'Человек' },
      relationTo: 'users',
    },
    {
      name: 'visitor',
      type: 'text',
      admin: { condition: ({ visitor }) => Boolean(visitor) },
      label: { en: 'Browser of a visitor', he: 'דפדפן של מבקר', ru: 'Браузер посетителя' },
    },
    {
      name: 'purpose',
      type: 'select',
      label: { en: 'What for', he: 'למה', ru: 'На что' },
      options: PURPOSES.map((value) => ({ label: PURPOSE_LABELS[value], value })),
      required: true,
    },
    {
      name: 'isGiven',
      type: 'checkbox',
      label: { en: 'Agreed', he: 'ניתנה הסכמה', ru: 'Согласие дано' },
      required: true,
    },
    {
      name: 'page',
      type: 'text',
      admin: { condition: ({ page }) => Boolean(page) },
      label: { en: 'Text', he: 'הטקסט', ru: 'Текст' },
    },
    {
      name: 'version',
      type: 'text',
      admin: { condition: ({ version }) => Boolean(version) },
      label: { en: 'Version of the text', he: 'גרסת הטקסט', ru: 'Версия текста' },
    },
    { name: 'locale', type: 'text', label: { en: 'Language', he: 'שפה', ru: 'Язык' } },
    {
      name: 'means',
      type: 'select',
      label: { en: 'How', he: 'איך', ru: 'Как' },
      options: MEANS.map((value) => ({ label: MEANS_LABELS[value], value })),
      required: true,
    },
    {
      name: 'origin',
      type: 'text',
      admin: { condition: ({ origin }) => Boolean(origin) },
      label: { en: 'Network', he: 'רשת', ru: 'Сеть' },
    },
    { name: 'key', type: 'text', admin: { hidden: true }, required: true },
  ],
  indexes: [{ fields: ['tenant', 'key'], unique: true }],
  labels: {
    plural: { en: 'Consents', he: 'הסכמות', ru: 'Согласия' },
    singular: { en: 'Consent', he: 'הסכמה', ru: 'Согласие' },
  },
  lockDocuments: false,
}
