import type { CollectionConfig, TextField } from 'payload'

import { managers, nobody, owners, staffOnly } from '@hooks/access'
import { forgetProvider, keepProvider, tellProvider } from '@hooks/identity/signInProviders'

import { tenant } from '../fields/tenant'

const isOwn = (data: Record<string, unknown>): boolean => data.kind === 'oidc'

const hidden = (name: string): TextField => ({
  name,
  type: 'text',
  access: { create: () => false, read: () => false, update: () => false },
  admin: { disableListColumn: true, disableListFilter: true, hidden: true },
  hidden: true,
})

/**
 * Who signs people in for a school besides itself. `sealed` is the secret, encrypted with AES-256-GCM under a key of that
 * school and read by no API; `inUse` names the provider of a row in use, of which there is one. Whoever may change these
 * rows decides whom the school believes, and could sign in as anybody: owners may.
 */
export const SignInProviders: CollectionConfig = {
  slug: 'sign-in-providers',
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
    components: { beforeListTable: ['/src/components/admin/WaysToSignIn#WaysToSignIn'] },
    defaultColumns: ['kind', 'label', 'isActive', 'position', 'updatedAt'],
    description: {
      en: 'Buttons on your sign-in page, each with your own keys at a provider. Owners change them.',
      he: 'כפתורים בדף הכניסה שלכם, כל אחד עם המפתחות שלכם אצל הספק. רק בעלים משנים אותם.',
      ru: 'Кнопки на странице входа, каждая с вашими ключами у провайдера. Меняют их владельцы.',
    },
    useAsTitle: 'kind',
  },
  defaultSort: 'position',
  disableDuplicate: true,
  fields: [
    tenant(),
    {
      name: 'kind',
      type: 'select',
      label: { en: 'Provider', he: 'ספק', ru: 'Провайдер' },
      options: [
        { label: { en: 'Google', he: 'Google', ru: 'Google' }, value: 'google' },
        { label: { en: 'Facebook', he: 'Facebook', ru: 'Facebook' }, value: 'facebook' },
        { label: { en: 'LinkedIn', he: 'LinkedIn', ru: 'LinkedIn' }, value: 'linkedin' },
        { label: { en: 'GitHub', he: 'GitHub', ru: 'GitHub' }, value: 'github' },
        {
          label: {
            en: 'Your own, by OpenID Connect',
            he: 'ספק משלכם, דרך OpenID Connect',
            ru: 'Ваш собственный, по OpenID Connect',
          },
          value: 'oidc',
        },
      ],
      required: true,
    },
    {
      name: 'isActive',
      type: 'checkbox',
      admin: {
        description: {
          en: 'Whether the button stands on the sign-in page. Accounts that were connected stay as they are.',
          he: 'האם הכפתור מופיע בדף הכניסה. חשבונות שחוברו נשארים כפי שהם.',
          ru: 'Есть ли кнопка на странице входа. Подключённые учётные записи остаются как есть.',
        },
      },
      defaultValue: true,
      label: { en: 'In use', he: 'בשימוש', ru: 'Используется' },
    },
    {
      name: 'position',
      type: 'number',
      defaultValue: 1,
      label: { en: 'Position', he: 'מיקום', ru: 'Порядок' },
      max: 100,
      min: 0,
      required: true,
    },
    {
      name: 'label',
      type: 'text',
      admin: {
        condition: isOwn,
        description: {
          en: 'What the button says after “Continue with”: the name of your organisation, for example.',
          he: 'מה שכתוב בכפתור אחרי ״המשך עם״: למשל שם הארגון שלכם.',
          ru: 'Что написано на кнопке после «Войти через»: например, название вашей организации.',
        },
      },
      label: { en: 'Name', he: 'שם', ru: 'Название' },
      maxLength: 60,
    },
    {
      name: 'issuer',
      type: 'text',
      admin: {
        condition: isOwn,
        description: {
          en: 'The address under which /.well-known/openid-configuration is found.',
          he: 'הכתובת שתחתיה נמצא ‎/.well-known/openid-configuration.',
          ru: 'Адрес, под которым находится /.well-known/openid-configuration.',
        },
      },
      label: { en: 'Issuer', he: 'Issuer', ru: 'Issuer' },
      maxLength: 300,
    },
    {
      name: 'clientId',
      type: 'text',
      label: { en: 'Client ID', he: 'Client ID', ru: 'Client ID' },
      maxLength: 400,
    },
    {
      name: 'clientSecret',
      type: 'text',
      admin: {
        autoComplete: 'off',
        description: {
          en: 'Kept encrypted; of one that is set you see the end. Type a new one to replace it.',
          he: 'נשמר בהצפנה; ממפתח שמור רואים רק את סופו. כדי להחליף, מקלידים מפתח חדש.',
          ru: 'Хранится зашифрованным; у сохранённого виден только конец. Чтобы заменить, введите новый.',
        },
      },
      label: { en: 'Client secret', he: 'Client secret', ru: 'Client secret' },
      maxLength: 800,
    },
    {
      name: 'domains',
      type: 'text',
      admin: {
        condition: isOwn,
        description: {
          en: 'Domains of addresses that this provider may speak for, as in “school.example”. Other addresses count only where it says that they were verified.',
          he: 'דומיינים של כתובות שהספק הזה רשאי לערוב להן, כמו ״school.example״. כתובות אחרות מתקבלות רק אם הספק אומר שאומתו.',
          ru: 'Домены адресов, за которые этот провайдер ручается, например «school.example». Другие адреса принимаются, только если он сообщает, что они подтверждены.',
        },
      },
      label: { en: 'Domains', he: 'דומיינים', ru: 'Домены' },
      maxLength: 1000,
    },
    {
      name: 'makesAccounts',
      type: 'checkbox',
      admin: {
        condition: isOwn,
        description: {
          en: 'Whoever this provider knows gets an account when they first come, also while signing up is closed.',
          he: 'מי שהספק מכיר מקבלים חשבון בכניסה הראשונה, גם כשההרשמה סגורה.',
          ru: 'Все, кого знает провайдер, получают учётную запись при первом входе, даже когда регистрация закрыта.',
        },
      },
      defaultValue: false,
      label: {
        en: 'Makes accounts',
        he: 'פותח חשבונות',
        ru: 'Создаёт учётные записи',
      },
    },
    {
      name: 'connection',
      type: 'ui',
      admin: {
        components: { Field: '/src/components/admin/ProviderConnection#ProviderConnection' },
        disableListColumn: true,
      },
    },
    hidden('sealed'),
    hidden('inUse'),
  ],
  hooks: {
    afterChange: [tellProvider],
    afterDelete: [forgetProvider],
    beforeChange: [keepProvider],
  },
  indexes: [{ fields: ['tenant', 'inUse'], unique: true }],
  labels: {
    plural: { en: 'Ways to sign in', he: 'דרכי כניסה', ru: 'Способы входа' },
    singular: { en: 'Sign-in provider', he: 'ספק כניסה', ru: 'Провайдер входа' },
  },
  lockDocuments: false,
}
