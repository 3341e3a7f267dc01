import type { CollectionConfig } from 'payload'

import { PROFILE_LENGTH, VISIBILITIES } from '@/domain/identity/profile'
import { MAIL_TOPICS } from '@/domain/mail/topics'
import { zoneChanged } from '@hooks/tenancy/zones'
import { isTimeZone } from '@/domain/tenancy/timeZones'
import {
  anyOf,
  managerField,
  managers,
  nobody,
  owner,
  platformStaff,
  staffOnly,
  tenantStaff,
} from '@hooks/access'
import { managersWithRoomForAccounts } from '@hooks/access/limits'
import { sessionStrategy } from '@hooks/identity/strategy'
import {
  endSession,
  guardErased,
  guardOwners,
  guardRoles,
  keepSession,
  keepWithinAccounts,
  keepWithinStaff,
  lowerCase,
} from '@hooks/identity/users'

import { LANGUAGES } from '../fields/languages'
import { tenant } from '../fields/tenant'
import { ROLE_CHOICES } from './roles'

/** Said by the person alone, through `endpoints/identity/account.ts`. */
const ownersChoice = { create: () => false, update: () => false }

/**
 * The accounts of a school: its students and its staff. The same address in two schools is two
 * accounts. Signing in, sessions and passwords are better-auth's, whose user model this collection is.
 */
export const Users: CollectionConfig = {
  slug: 'users',
  access: {
    admin: staffOnly,
    create: managersWithRoomForAccounts,
    delete: platformStaff,
    read: anyOf(owner('id'), tenantStaff),
    readVersions: nobody,
    unlock: nobody,
    update: managers,
  },
  admin: {
    components: { beforeListTable: ['/src/components/admin/LimitNotice#LimitNotice'] },
    defaultColumns: ['name', 'email', 'roles', 'status', 'createdAt'],
    description: {
      en: 'Everybody with an account here: learners, and those who work in the school.',
      he: 'כל מי שיש להם חשבון כאן: לומדים וצוות בית הספר.',
      ru: 'Все, у кого здесь есть учётная запись: студенты и сотрудники школы.',
    },
    listSearchableFields: ['name', 'email'],
    useAsTitle: 'name',
  },
  auth: { disableLocalStrategy: true, strategies: [sessionStrategy] },
  fields: [
    tenant(),
    {
      name: 'name',
      type: 'text',
      label: { en: 'Name', he: 'שם', ru: 'Имя' },
      maxLength: PROFILE_LENGTH.name,
      required: true,
    },
    {
      name: 'email',
      type: 'email',
      hooks: { beforeValidate: [lowerCase] },
      index: true,
      label: { en: 'Email', he: 'דוא״ל', ru: 'Почта' },
      required: true,
    },
    {
      name: 'roles',
      type: 'select',
      access: { create: managerField, update: managerField },
      defaultValue: ['student'],
      hasMany: true,
      hooks: { beforeChange: [guardRoles] },
      label: { en: 'Roles', he: 'תפקידים', ru: 'Роли' },
      options: ROLE_CHOICES,
    },
    {
      name: 'status',
      type: 'select',
      access: { create: managerField, update: managerField },
      admin: { position: 'sidebar' },
      defaultValue: 'pending',
      label: { en: 'Status', he: 'מצב', ru: 'Состояние' },
      options: [
        {
          label: { en: 'Waiting for confirmation', he: 'ממתין לאישור', ru: 'Ждёт подтверждения' },
          value: 'pending',
        },
        { label: { en: 'Active', he: 'פעיל', ru: 'Активен' }, value: 'active' },
        { label: { en: 'Suspended', he: 'מושהה', ru: 'Приостановлен' }, value: 'suspended' },
        { label: { en: 'Banned', he: 'חסום', ru: 'Заблокирован' }, value: 'banned' },
        { label: { en: 'Deleted', he: 'נמחק', ru: 'Удалён' }, value: 'erased' },
      ],
      required: true,
    },
    {
      name: 'erasureAt',
      type: 'date',
      access: { create: () => false, update: () => false },
      admin: {
        condition: ({ erasureAt }) => Boolean(erasureAt),
        date: { pickerAppearance: 'dayAndTime' },
        description: {
          en: 'Asked for by its owner, who can keep the account until then.',
          he: 'לבקשת בעל החשבון, שיכול לשמור עליו עד אז.',
          ru: 'По просьбе владельца; до этого дня он может оставить учётную запись.',
        },
        position: 'sidebar',
        readOnly: true,
      },
      label: { en: 'To be deleted on', he: 'יימחק ב־', ru: 'Будет удалена' },
    },
    {
      name: 'emailVerified',
      type: 'checkbox',
      access: { create: managerField, update: managerField },
      admin: { position: 'sidebar' },
      defaultValue: false,
      label: { en: 'Address confirmed', he: 'הכתובת אושרה', ru: 'Адрес подтверждён' },
    },
    {
      name: 'locale',
      type: 'select',
      admin: { position: 'sidebar' },
      label: { en: 'Language', he: 'שפה', ru: 'Язык' },
      options: LANGUAGES,
    },
    {
      name: 'timeZone',
      type: 'text',
      admin: { position: 'sidebar' },
      label: { en: 'Time zone', he: 'אזור זמן', ru: 'Часовой пояс' },
      validate: (value: null | string | undefined) =>
        !value || isTimeZone(value) || 'A time zone such as Europe/Berlin.',
    },
    {
      name: 'bio',
      type: 'textarea',
      label: { en: 'About', he: 'אודות', ru: 'О себе' },
      maxLength: PROFILE_LENGTH.bio,
    },
    {
      name: 'visibility',
      type: 'select',
      access: ownersChoice,
      admin: { hidden: true },
      defaultValue: 'private',
      options: [...VISIBILITIES],
    },
    {
      name: 'showsCourses',
      type: 'checkbox',
      access: ownersChoice,
      admin: { hidden: true },
      defaultValue: false,
    },
    {
      name: 'mails',
      type: 'group',
      access: ownersChoice,
      admin: { hidden: true },
      fields: MAIL_TOPICS.map((name) => ({ name, type: 'checkbox' as const, defaultValue: true })),
    },
    { name: 'image', type: 'text', access: ownersChoice, admin: { hidden: true } },
  ],
  hooks: {
    afterChange: [zoneChanged],
    afterLogout: [endSession],
    beforeChange: [guardErased, guardOwners, keepWithinAccounts, keepWithinStaff],
    refresh: [keepSession],
  },
  indexes: [{ fields: ['tenant', 'email'], unique: true }, { fields: ['erasureAt', 'status'] }],
  labels: {
    plural: { en: 'People', he: 'אנשים', ru: 'Люди' },
    singular: { en: 'Person', he: 'אדם', ru: 'Человек' },
  },
  lockDocuments: false,
}
