import type { CollectionConfig } from 'payload'

import { AREAS } from '@/domain/identity/permissions/areas'
import { AREA_NAMES, REACH_NAMES } from '@/domain/identity/permissions/names'
import { managers, nobody, owners, staffOnly } from '@hooks/access'
import { keepUsedRole } from '@hooks/identity/customRoles'

import { tenant } from '../fields/tenant'

const LANGUAGES = ['en', 'he', 'ru'] as const

const labelOf = (area: (typeof AREAS)[number], reach: 'read' | 'write') =>
  Object.fromEntries(
    LANGUAGES.map((language) => [
      language,
      `${AREA_NAMES[language][area]}: ${REACH_NAMES[language][reach]}`,
    ]),
  )

/**
 * Roles that a school makes for itself: a name and permissions. Whoever holds one may, where a permission reaches, what
 * an administrator may, and elsewhere what their other roles let them. Its owners make and give them.
 */
export const CustomRoles: CollectionConfig = {
  slug: 'custom-roles',
  access: {
    admin: staffOnly,
    create: owners,
    delete: owners,
    read: managers,
    readVersions: nobody,
    unlock: nobody,
    update: owners,
  },
  admin: {
    defaultColumns: ['name', 'permissions', 'updatedAt'],
    description: {
      en: 'Roles of your own, beside the built-in ones. Give one to a person on their page.',
      he: 'תפקידים משלכם, לצד המובנים. נותנים תפקיד בדף של האדם.',
      ru: 'Собственные роли, помимо встроенных. Назначить роль можно на странице человека.',
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
      maxLength: 60,
      required: true,
    },
    {
      name: 'permissions',
      type: 'select',
      admin: {
        description: {
          en: 'Who may change something may see it too.',
          he: 'מי שרשאי לשנות, רשאי גם לראות.',
          ru: 'Кто может изменять, может и видеть.',
        },
      },
      hasMany: true,
      label: { en: 'Permissions', he: 'הרשאות', ru: 'Права' },
      options: AREAS.flatMap((area) =>
        (['read', 'write'] as const).map((reach) => ({
          label: labelOf(area, reach),
          value: `${area}.${reach}`,
        })),
      ),
      required: true,
    },
  ],
  hooks: { beforeDelete: [keepUsedRole] },
  labels: {
    plural: { en: 'Own roles', he: 'תפקידים משלכם', ru: 'Свои роли' },
    singular: { en: 'Own role', he: 'תפקיד משלכם', ru: 'Своя роль' },
  },
  lockDocuments: false,
}
