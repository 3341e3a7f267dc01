import type { CollectionConfig } from 'payload'

import { managers, nobody, staffOnly } from '@hooks/access'
import { sealValue } from '@hooks/tenancy/secrets'

import { tenant } from '../fields/tenant'

/**
 * Keys a school holds with third parties, encrypted with AES-256-GCM under a key of that school.
 * Written by its managers, and read by the platform's code alone: no API answers a value.
 */
export const Secrets: CollectionConfig = {
  slug: 'secrets',
  access: {
    admin: staffOnly,
    create: managers,
    delete: managers,
    read: managers,
    readVersions: nobody,
    unlock: nobody,
    update: managers,
  },
  admin: {
    defaultColumns: ['name', 'updatedAt'],
    description: {
      en: 'Keys of services you use, kept encrypted. A value can be replaced and never be read again.',
      he: 'מפתחות של שירותים חיצוניים, שמורים בהצפנה. אפשר להחליף ערך, אי אפשר לקרוא אותו שוב.',
      ru: 'Ключи сервисов, которыми вы пользуетесь, хранятся в зашифрованном виде. Значение можно заменить, но не прочитать.',
    },
    listSearchableFields: ['name'],
    useAsTitle: 'name',
  },
  disableDuplicate: true,
  fields: [
    tenant(),
    {
      name: 'name',
      type: 'text',
      label: { en: 'Name', he: 'שם', ru: 'Название' },
      maxLength: 80,
      required: true,
    },
    {
      name: 'value',
      type: 'text',
      access: { read: () => false },
      hooks: { beforeChange: [sealValue] },
      label: { en: 'Value', he: 'ערך', ru: 'Значение' },
      required: true,
    },
  ],
  indexes: [{ fields: ['tenant', 'name'], unique: true }],
  labels: {
    plural: { en: 'Keys', he: 'מפתחות', ru: 'Ключи' },
    singular: { en: 'Key', he: 'מפתח', ru: 'Ключ' },
  },
  lockDocuments: false,
}
