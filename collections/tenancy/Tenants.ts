import type { CollectionConfig } from 'payload'

import { isSlug, RESERVED_SLUGS } from '@/domain/tenancy/hosts'
import { zoneChanged } from '@hooks/tenancy/zones'
import { isTimeZone } from '@/domain/tenancy/timeZones'
import {
  managerField,
  managers,
  nobody,
  platformField,
  platformStaff,
  staffOnly,
  anyone,
} from '@hooks/access'
import { contentChanged } from '@hooks/tenancy/content'
import { applyPlan } from '@hooks/tenancy/plans'

import { LANGUAGES } from '../fields/languages'
import { currency } from '../fields/money'
import { brand } from './brand'
import { currencies } from './currencies'
import { earnings } from './earnings'
import { features } from './features'
import { signIn } from './signIn'
import { feeHere } from './fee'
import { includedHere } from './included'
import { invoicing } from './invoicing'
import { languages } from './languages'
import { limits } from './limits'
import { maintenance } from './maintenance'
import { deviceLimit } from './deviceLimit'
import { playback } from './playback'
import { profile } from './profile'
import { publishers } from './publishers'
import { mailsBookings } from './bookings'
import { disputeAccess } from './disputes'
import { recurring } from './recurring'
import { reminders } from './reminders'
import { retention } from './retention'
import { reviewRequests } from './reviewRequests'
import { taxation } from './taxation'
import { transfers } from './transfers'

/**
 * The schools, and the platform itself as one row of its own kind. Everything a school decides about
 * itself stands in `settings`; keys and secrets do not, since tenants are populated into documents.
 */
export const Tenants: CollectionConfig = {
  slug: 'tenants',
  access: {
    admin: staffOnly,
    create: platformStaff,
    delete: nobody,
    read: anyone,
    readVersions: nobody,
    unlock: nobody,
    update: managers,
  },
  admin: {
    components: { beforeListTable: ['/src/components/admin/OwnSchool#OwnSchool'] },
    defaultColumns: ['name', 'slug', 'createdAt'],
    description: {
      en: 'Name, look, language, money and what the school offers.',
      he: 'שם, מראה, שפה, מטבע ומה בית הספר מציע.',
      ru: 'Название, вид, язык, деньги и возможности школы.',
    },
    listSearchableFields: ['name', 'slug'],
    useAsTitle: 'name',
  },
  disableDuplicate: true,
  fields: [
    {
      name: 'name',
      type: 'text',
      label: { en: 'Name', he: 'שם', ru: 'Название' },
      maxLength: 80,
      required: true,
    },
    {
      name: 'slug',
      type: 'text',
      access: { update: platformField },
      admin: {
        description: {
          en: 'The first part of the school’s address.',
          he: 'החלק הראשון של כתובת בית הספר.',
          ru: 'Первая часть адреса школы.',
        },
        position: 'sidebar',
      },
      label: { en: 'Address', he: 'כתובת', ru: 'Адрес' },
      required: true,
      unique: true,
      validate: (value: null | string | undefined, { data }: { data: unknown }) =>
        (typeof value === 'string' &&
          isSlug(value) &&
          ((data as { kind?: string }).kind === 'platform' || !RESERVED_SLUGS.includes(value))) ||
        'Letters, digits and hyphens, and not a name the platform keeps for itself.',
    },
    {
      name: 'kind',
      type: 'select',
      access: { create: platformField, update: platformField },
      admin: { hidden: true },
      defaultValue: 'school',
      options: ['school', 'platform'],
      required: true,
    },
    {
      name: 'plan',
      // The id of a plan, without a foreign key: a school's row refers to nothing beyond the wall.
      type: 'text',
      access: { create: platformField, read: managerField, update: platformField },
      admin: {
        components: { Field: '/src/components/admin/PlanField#PlanField' },
        condition: (_, __, { user }) =>
          Boolean((user as { roles?: string[] } | null)?.roles?.includes('superAdmin')),
        description: {
          en: 'Sets the limits and what is included, now and whenever the plan changes.',
          he: 'קובע את המכסות ואת מה שכלול, עכשיו ובכל שינוי של המסלול.',
          ru: 'Задаёт лимиты и состав сейчас и при каждом изменении тарифа.',
        },
        position: 'sidebar',
      },
      index: true,
      label: { en: 'Plan', he: 'מסלול', ru: 'Тариф' },
      maxLength: 36,
    },
    {
      name: 'settings',
      type: 'group',
      fields: [
        {
          name: 'tagline',
          type: 'text',
          label: { en: 'Tagline', he: 'משפט פתיחה', ru: 'Девиз' },
          maxLength: 160,
        },
        brand,
        {
          type: 'row',
          fields: [
            {
              name: 'locale',
              type: 'select',
              defaultValue: 'en',
              label: { en: 'Language', he: 'שפה', ru: 'Язык' },
              options: LANGUAGES,
              required: true,
            },
            currency('currency', { defaultValue: 'USD' }),
            {
              name: 'timeZone',
              type: 'text',
              defaultValue: 'UTC',
              label: { en: 'Time zone', he: 'אזור זמן', ru: 'Часовой пояс' },
              required: true,
              validate: (value: null | string | undefined) =>
                isTimeZone(value) || 'A time zone such as Europe/Berlin.',
            },
          ],
        },
        currencies,
        languages,
        {
          name: 'supportEmail',
          type: 'email',
          label: { en: 'Reply address', he: 'כתובת למענה', ru: 'Адрес для ответов' },
        },
        invoicing,
        taxation,
        earnings,
        features,
        signIn,
        playback,
        deviceLimit,
        publishers,
        profile,
        recurring,
        transfers,
        disputeAccess,
        reminders,
        retention,
        reviewRequests,
        mailsBookings,
        maintenance,
        includedHere,
        feeHere,
        limits,
      ],
      label: { en: 'Settings', he: 'הגדרות', ru: 'Настройки' },
    },
  ],
  hooks: { afterChange: [contentChanged, zoneChanged], beforeChange: [applyPlan] },
  labels: {
    plural: { en: 'School settings', he: 'הגדרות בית הספר', ru: 'Настройки школы' },
    singular: { en: 'School', he: 'בית ספר', ru: 'Школа' },
  },
  lockDocuments: false,
}
