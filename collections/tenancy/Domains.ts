import type { CollectionConfig } from 'payload'

import { DOMAIN_STATUSES } from '@/domain/tenancy/domains/status'
import { managers, nobody, staffOnly } from '@hooks/access'
import { claim, forgetDomain, nameDomain } from '@hooks/tenancy/domains'

import { tenant } from '../fields/tenant'

const LABELS: Record<(typeof DOMAIN_STATUSES)[number], { en: string; he: string; ru: string }> = {
  active: { en: 'Connected', he: 'מחובר', ru: 'Подключён' },
  attention: { en: 'Needs attention', he: 'דורש טיפול', ru: 'Требует внимания' },
  expired: { en: 'Not connected', he: 'לא מחובר', ru: 'Не подключён' },
  pending: { en: 'Waiting for records', he: 'ממתין לרשומות', ru: 'Ждёт записей' },
}

/** Written by the checks of the domain alone, and told by the panel. */
const kept = { admin: { hidden: true } } as const

/**
 * A school's own host names, and how their records and certificates were found. Any school may claim
 * a name and try to prove it; it serves the school, and is closed to others, once it is verified. Rows
 * are made by the school's managers and changed by checks (`src/operations/tenancy/checkDomain.ts`).
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
    update: nobody,
  },
  admin: {
    components: {
      views: { list: { Component: '/src/components/admin/DomainsPanel#DomainsPanel' } },
    },
    defaultColumns: ['host', 'status', 'isPrimary', 'verifiedAt'],
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
      hooks: { beforeValidate: [nameDomain] },
      label: { en: 'Domain', he: 'דומיין', ru: 'Домен' },
      maxLength: 253,
      required: true,
    },
    {
      name: 'status',
      type: 'select',
      admin: { readOnly: true },
      defaultValue: 'pending',
      index: true,
      label: { en: 'Status', he: 'מצב', ru: 'Состояние' },
      options: DOMAIN_STATUSES.map((value) => ({ label: LABELS[value], value })),
      required: true,
    },
    {
      name: 'isPrimary',
      type: 'checkbox',
      admin: { readOnly: true },
      defaultValue: false,
      label: { en: 'Main address', he: 'כתובת ראשית', ru: 'Основной адрес' },
    },
    {
      name: 'verifiedAt',
      type: 'date',
      admin: { readOnly: true },
      label: { en: 'Verified', he: 'אומת', ru: 'Подтверждён' },
    },
    /** What the proof's record has to hold: known to the school that claims, and to whoever reads its zone. */
    { name: 'token', type: 'text', ...kept },
    /** Beginning of the seven days in which records are awaited. */
    { name: 'claimedAt', type: 'date', ...kept },
    /** When its records were right for the first time. */
    { name: 'activeAt', type: 'date', ...kept },
    /** When its certificate was right as well, for the first time: from then on it can be the main address. */
    { name: 'readyAt', type: 'date', ...kept },
    { name: 'checkedAt', type: 'date', ...kept },
    { name: 'nextCheckAt', type: 'date', index: true, ...kept },
    { name: 'failures', type: 'number', defaultValue: 0, ...kept },
    /** `Checks` of the last look. */
    { name: 'checks', type: 'json', ...kept },
    /** `Certificate` of the last look; null where none is asked for. */
    { name: 'certificate', type: 'json', ...kept },
    /** Since when the owner knows of trouble with it; null while there is none. */
    { name: 'troubledAt', type: 'date', ...kept },
  ],
  hooks: { afterDelete: [forgetDomain], beforeChange: [claim] },
  indexes: [{ fields: ['tenant', 'host'], unique: true }],
  labels: {
    plural: { en: 'Domains', he: 'דומיינים', ru: 'Домены' },
    singular: { en: 'Domain', he: 'דומיין', ru: 'Домен' },
  },
  lockDocuments: false,
}
