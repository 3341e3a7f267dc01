import type { CollectionConfig } from 'payload'

import { isDomainName } from '@/domain/tenancy/hosts'
import { managers, nobody, platformField, staffOnly } from '@hooks/access'
import { refusePlatformHosts } from '@hooks/tenancy/domains'

import { tenant } from '../fields/tenant'

/**
 * A school's own host names. A name serves the school only once it is verified; no two schools can
 * hold the same one.
 */
export const Domains: CollectionConfig = {
  slug: 'domains',
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
    defaultColumns: ['host', 'isPrimary', 'verifiedAt'],
    description: {
      en: 'Addresses of your own at which the school answers, once each is verified.',
      he: 'כתובות משלכם שבהן בית הספר עונה, לאחר אימות.',
      ru: 'Ваши собственные адреса: школа открывается по ним после подтверждения.',
    },
    listSearchableFields: ['host'],
    useAsTitle: 'host',
  },
  disableDuplicate: true,
  fields: [
    tenant(),
    {
      name: 'host',
      type: 'text',
      access: { update: platformField },
      hooks: { beforeValidate: [refusePlatformHosts] },
      label: { en: 'Domain', he: 'דומיין', ru: 'Домен' },
      required: true,
      unique: true,
      validate: (value: null | string | undefined) =>
        (typeof value === 'string' && isDomainName(value)) ||
        'A domain name such as learn.example.com.',
    },
    {
      name: 'isPrimary',
      type: 'checkbox',
      defaultValue: false,
      label: { en: 'Main address', he: 'כתובת ראשית', ru: 'Основной адрес' },
    },
    {
      name: 'verifiedAt',
      type: 'date',
      access: { create: platformField, update: platformField },
      admin: { readOnly: true },
      label: { en: 'Verified', he: 'אומת', ru: 'Подтверждён' },
    },
  ],
  labels: {
    plural: { en: 'Domains', he: 'דומיינים', ru: 'Домены' },
    singular: { en: 'Domain', he: 'דומיין', ru: 'Домен' },
  },
  lockDocuments: false,
}
