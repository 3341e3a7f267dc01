import type { CollectionConfig, FieldAccess } from 'payload'

import { STAFF } from '@/domain/identity/roles'
import { PROFILE_LENGTH, VISIBILITIES } from '@/domain/identity/profile'
import { zoneChanged } from '@hooks/tenancy/zones'
import { isTimeZone } from '@/domain/tenancy/timeZones'
import {
  anyOf,
  holds,
  isManager,
  managerField,
  managers,
  nobody,
  owner,
  ownerField,
  platformStaff,
  staffOnly,
  tenantStaff,
} from '@hooks/access'
import { managersWithRoomForAccounts } from '@hooks/access/limits'
import { guardCustomRole } from '@hooks/identity/customRoles'
import { keepLastOwner, keepLastOwnerRow, keptAsItIs } from '@hooks/identity/standing'
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

/** What staff note of somebody is read by staff alone. */
const ofStaff: FieldAccess = ({ req }) => holds(req, [...STAFF, 'superAdmin'])

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
    components: {
      beforeListTable: ['/src/components/admin/LimitNotice#LimitNotice'],
      views: { list: { Component: '/src/components/admin/PeopleDesk#PeopleDesk' } },
    },
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
      name: 'desk',
      type: 'ui',
      admin: {
        components: { Field: '/src/components/admin/PersonDesk#PersonDesk' },
        disableListColumn: true,
      },
    },
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
      name: 'customRole',
      type: 'relationship',
      access: { create: ownerField, update: ownerField },
      admin: { position: 'sidebar' },
      hooks: { beforeChange: [guardCustomRole] },
      label: { en: 'Own role', he: 'תפקיד משלכם', ru: 'Своя роль' },
      relationTo: 'custom-roles',
    },
    {
      name: 'status',
      type: 'select',
      access: { create: managerField, update: () => false },
      admin: { condition: ({ id }) => !id, position: 'sidebar' },
      defaultValue: 'pending',
      hooks: { beforeChange: [keptAsItIs('status')] },
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
      name: 'tags',
      type: 'json',
      access: { create: () => false, read: ofStaff, update: () => false },
      admin: { hidden: true },
      defaultValue: [],
      hooks: { beforeChange: [keptAsItIs('tags')] },
    },
    {
      name: 'staffNote',
      type: 'textarea',
      access: { create: managerField, read: ofStaff, update: managerField },
      admin: {
        description: {
          en: 'For those who work in the school; this person never sees it.',
          he: 'לצוות בית הספר בלבד; האדם עצמו אינו רואה זאת.',
          ru: 'Для сотрудников школы; сам человек этого не видит.',
        },
      },
      label: { en: 'Note for staff', he: 'הערה לצוות', ru: 'Заметка для сотрудников' },
      maxLength: 5000,
    },
    {
      name: 'legalHold',
      type: 'checkbox',
      access: { create: managerField, read: managerField, update: managerField },
      admin: {
        description: {
          en: 'While it is on, nothing of this person is cleared away or erased, whoever asks.',
          he: 'כל עוד הסימון פעיל, דבר ממידע של אדם זה אינו מנוקה או נמחק, יהיה המבקש אשר יהיה.',
          ru: 'Пока отмечено, данные этого человека не удаляются ни по сроку, ни по чьей-либо просьбе.',
        },
      },
      defaultValue: false,
      label: { en: 'Legal hold', he: 'חובת שמירה משפטית', ru: 'Запрет удаления' },
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
      name: 'secondFactorReset',
      type: 'ui',
      admin: {
        components: {
          Field: '/src/components/admin/people/SecondFactorReset#SecondFactorReset',
        },
        condition: (_, __, { user }) => isManager({ user }),
        disableListColumn: true,
      },
    },
    {
      name: 'personExport',
      type: 'ui',
      admin: {
        components: { Field: '/src/components/admin/people/PersonExport#PersonExport' },
        condition: ({ status }, __, { user }) => isManager({ user }) && status !== 'erased',
        disableListColumn: true,
      },
    },
    {
      name: 'personConsents',
      type: 'ui',
      admin: {
        components: { Field: '/src/components/admin/people/PersonConsents#PersonConsents' },
        condition: (_, __, { user }) => isManager({ user }),
        disableListColumn: true,
      },
    },
    { name: 'image', type: 'text', access: ownersChoice, admin: { hidden: true } },
  ],
  hooks: {
    afterChange: [zoneChanged],
    afterLogout: [endSession],
    beforeChange: [guardErased, guardOwners, keepLastOwner, keepWithinAccounts, keepWithinStaff],
    beforeDelete: [keepLastOwnerRow],
    refresh: [keepSession],
  },
  indexes: [
    { fields: ['tenant', 'email'], unique: true },
    { fields: ['erasureAt', 'status'] },
    { fields: ['tenant', 'createdAt'] },
  ],
  labels: {
    plural: { en: 'People', he: 'אנשים', ru: 'Люди' },
    singular: { en: 'Person', he: 'אדם', ru: 'Человек' },
  },
  lockDocuments: false,
}
