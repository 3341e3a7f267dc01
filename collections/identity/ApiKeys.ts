import type { CollectionConfig } from 'payload'

import { RATE_NAMES } from '@/domain/identity/apiKeys'
import { anyOf, machineWritten, managers, owner } from '@hooks/access'

import { record } from '../fields/record'
import { tenant } from '../fields/tenant'

const NAMES = {
  high: { en: '600 calls a minute', he: '600 קריאות בדקה', ru: '600 запросов в минуту' },
  low: { en: '30 calls a minute', he: '30 קריאות בדקה', ru: '30 запросов в минуту' },
  standard: { en: '100 calls a minute', he: '100 קריאות בדקה', ru: '100 запросов в минуту' },
}

/**
 * Keys with which programs call the API in the name of somebody who works in the school, and within the
 * key's permissions. `hash` is SHA-256 of the key, which is shown once and kept nowhere; `shown` is how it begins.
 */
export const ApiKeys: CollectionConfig = {
  slug: 'api-keys',
  access: machineWritten(anyOf(owner('account'), managers)),
  admin: {
    components: { views: { list: { Component: '/src/components/admin/KeysPanel#KeysPanel' } } },
    defaultColumns: ['name', 'account', 'shown', 'rate'],
    description: {
      en: 'Keys with which programs call the API in the name of somebody who works here.',
      he: 'מפתחות שבהם תוכנות פונות ל-API בשמו של מי שעובד כאן.',
      ru: 'Ключи, с которыми программы обращаются к API от имени сотрудника школы.',
    },
    useAsTitle: 'name',
  },
  disableDuplicate: true,
  fields: [
    tenant(),
    {
      name: 'name',
      type: 'text',
      label: { en: 'Name', he: 'שם', ru: 'Название' },
      required: true,
    },
    {
      name: 'account',
      type: 'relationship',
      index: true,
      label: { en: 'Belongs to', he: 'שייך אל', ru: 'Владелец' },
      relationTo: 'users',
      required: true,
    },
    {
      name: 'shown',
      type: 'text',
      label: { en: 'Begins with', he: 'מתחיל ב־', ru: 'Начало' },
      required: true,
    },
    {
      name: 'hash',
      type: 'text',
      access: { create: () => false, read: () => false, update: () => false },
      admin: { disableListColumn: true, disableListFilter: true, hidden: true },
      hidden: true,
      required: true,
      unique: true,
    },
    record('scopes', { label: { en: 'Permissions', he: 'הרשאות', ru: 'Права' } }),
    {
      name: 'rate',
      type: 'select',
      defaultValue: 'standard',
      label: { en: 'Rate', he: 'קצב', ru: 'Частота' },
      options: RATE_NAMES.map((value) => ({ label: NAMES[value], value })),
      required: true,
    },
    {
      name: 'lastUsedAt',
      type: 'date',
      label: { en: 'Last used', he: 'שימוש אחרון', ru: 'Последнее использование' },
    },
    {
      name: 'expiresAt',
      type: 'date',
      label: { en: 'Ends', he: 'מסתיים', ru: 'Действует до' },
    },
    {
      name: 'revokedAt',
      type: 'date',
      label: { en: 'Revoked', he: 'בוטל', ru: 'Отозван' },
    },
  ],
  labels: {
    plural: { en: 'API keys', he: 'מפתחות API', ru: 'Ключи API' },
    singular: { en: 'API key', he: 'מפתח API', ru: 'Ключ API' },
  },
  lockDocuments: false,
}
