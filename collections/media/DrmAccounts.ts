import type { CollectionConfig, TextField } from 'payload'

import type { DrmKeyName } from '@/domain/media/drmAccounts'

import { DRM_KEYS_OF, LICENCE_SERVICES, OPEN_DRM_KEYS } from '@/domain/media/drmAccounts'
import { managers, nobody, staffOnly } from '@hooks/access'
import { keepDrmAccount, keepLicences } from '@hooks/media/drmAccounts'

import { tenant } from '../fields/tenant'

type Words = { en: string; he: string; ru: string }

/** As the service's own desk names it, which has no other language. */
const named = (name: string): Words => ({ en: name, he: name, ru: name })

const LABELS: Record<DrmKeyName, Words> = {
  axinomCertificate: {
    en: 'FairPlay certificate (base64 or PEM)',
    he: 'תעודת FairPlay ‏(base64 או PEM)',
    ru: 'Сертификат FairPlay (base64 или PEM)',
  },
  axinomFairplay: named('FairPlay License Acquisition URL'),
  axinomKey: named('Communication Key (base64)'),
  axinomKeyId: named('Communication Key ID'),
  axinomPlayready: named('PlayReady License Acquisition URL'),
  axinomWidevine: named('Widevine License Acquisition URL'),
}

const key = (provider: string, name: DrmKeyName): TextField => ({
  name,
  type: 'text',
  admin: {
    autoComplete: 'off',
    condition: (data: Record<string, unknown>) => data.provider === provider,
    ...(!OPEN_DRM_KEYS.includes(name) && {
      description: {
        en: 'Kept encrypted; of one that is set you see the end. Type a new one to replace it.',
        he: 'נשמר בהצפנה; ממפתח שמור רואים רק את סופו. כדי להחליף, מקלידים מפתח חדש.',
        ru: 'Хранится зашифрованным; у сохранённого виден только конец. Чтобы заменить, введите новый.',
      },
    }),
  },
  label: LABELS[name],
  maxLength: 8000,
})

const hidden = {
  access: { create: () => false, read: () => false, update: () => false },
  admin: { disableListColumn: true, disableListFilter: true, hidden: true },
  hidden: true,
}

/** Written by the platform, and read by managers. */
const told = { access: { create: () => false, update: () => false }, admin: { hidden: true } }

/**
 * A school's account with whoever gives out licences for its protected films; of several the newest counts. `sealed` are its keys, read by
 * no API; `lastError` is why the last licence was not given, and empty once one was.
 */
export const DrmAccounts: CollectionConfig = {
  slug: 'drm-accounts',
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
    defaultColumns: ['provider', 'updatedAt'],
    description: {
      en: 'Whoever gives out licences for protected films; of several accounts the newest counts. Then switch the protection on in the school’s settings, under Watching and reading.',
      he: 'מי שנותן רישיונות לסרטונים מוגנים; מבין כמה חשבונות, החדש ביותר קובע. לאחר מכן מפעילים את ההגנה בהגדרות בית הספר, תחת צפייה וקריאה.',
      ru: 'Кто выдаёт лицензии на защищённые видео; если аккаунтов несколько, действует самый новый. Затем включите защиту в настройках школы, в разделе «Просмотр и чтение».',
    },
    useAsTitle: 'provider',
  },
  disableDuplicate: true,
  fields: [
    tenant(),
    {
      name: 'provider',
      type: 'select',
      label: { en: 'Licence service', he: 'שירות רישיונות', ru: 'Сервис лицензий' },
      options: LICENCE_SERVICES.map(({ label, value }) => ({ label, value })),
      required: true,
    },
    ...Object.entries(DRM_KEYS_OF).flatMap(([provider, names]) =>
      names.map((name) => key(provider, name)),
    ),
    { name: 'lastError', type: 'text', label: { en: 'Last error', he: 'שגיאה אחרונה', ru: 'Последняя ошибка' }, ...told },
    { name: 'failedAt', type: 'date', label: { en: 'At', he: 'מועד', ru: 'Когда' }, ...told },
    {
      name: 'protection',
      type: 'ui',
      admin: {
        components: { Field: '/src/components/admin/FilmProtection#FilmProtection' },
        disableListColumn: true,
      },
    },
    { name: 'sealed', type: 'text', ...hidden },
  ],
  hooks: { beforeChange: [keepDrmAccount], beforeDelete: [keepLicences] },
  labels: {
    plural: { en: 'Film protection (DRM)', he: 'הגנת סרטונים (DRM)', ru: 'Защита видео (DRM)' },
    singular: { en: 'Film protection', he: 'הגנת סרטונים', ru: 'Защита видео' },
  },
  lockDocuments: false,
}
