import type { CollectionConfig, TextField } from 'payload'

import type { VideoKeyName } from '@/domain/media/videoAccounts'

import { OPEN_KEYS, VIDEO_KEYS_OF } from '@/domain/media/videoAccounts'
import { PROVIDERS } from '@/domain/media/videos'
import { managers, nobody, staffOnly } from '@hooks/access'
import { keepFilmsPlaying, keepVideoAccount } from '@hooks/media/videoAccounts'

import { tenant } from '../fields/tenant'

type Words = { en: string; he: string; ru: string }

/** As the provider's own desk names it, which has no other language. */
const named = (name: string): Words => ({ en: name, he: name, ru: name })

const LABELS: Record<VideoKeyName, Words> = {
  bunnyApiKey: named('API Key'),
  bunnyHost: named('CDN Hostname'),
  bunnyLibrary: named('Video Library ID'),
  bunnyReadKey: named('Read-Only API Key'),
  bunnyTokenKey: named('Token Authentication Key'),
  muxDrm: {
    en: 'DRM Configuration ID (where Mux is to protect new films)',
    he: 'DRM Configuration ID (אם Mux מגן על סרטונים חדשים)',
    ru: 'DRM Configuration ID (если Mux защищает новые видео)',
  },
  muxPrivateKey: named('Signing Key: Private Key (base64)'),
  muxSigningKey: named('Signing Key: Key ID'),
  muxTokenId: named('Access Token ID'),
  muxTokenSecret: named('Access Token Secret'),
  muxWebhookSecret: named('Webhook Signing Secret'),
  vimeoToken: named('Personal Access Token (private, upload, edit, delete, video_files)'),
}

const key = (provider: string, name: VideoKeyName): TextField => ({
  name,
  type: 'text',
  admin: {
    autoComplete: 'off',
    condition: (data: Record<string, unknown>) => data.provider === provider,
    ...(!OPEN_KEYS.includes(name) && {
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

/**
 * A school's account with a company that keeps films. New films go to the one in use, and stay with this platform while none is;
 * those that lie with another play from there, so an account with films cannot be deleted. `sealed` are the keys, read
 * by no API; `inUse` is set for the one in use, of which there is one.
 */
export const VideoAccounts: CollectionConfig = {
  slug: 'video-accounts',
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
    defaultColumns: ['provider', 'isActive', 'updatedAt'],
    description: {
      en: 'Without an account, films are prepared and kept by this platform. With one in use, each new film goes there; the others stay where they are and go on playing.',
      he: 'ללא חשבון, הפלטפורמה מכינה ושומרת את הסרטונים. כשחשבון בשימוש, כל סרטון חדש עובר אליו; האחרים נשארים במקומם וממשיכים לפעול.',
      ru: 'Без аккаунта видео готовит и хранит эта платформа. Если аккаунт используется, каждое новое видео уходит туда; остальные остаются на месте и продолжают играть.',
    },
    useAsTitle: 'provider',
  },
  disableDuplicate: true,
  fields: [
    tenant(),
    {
      name: 'provider',
      type: 'select',
      label: { en: 'Provider', he: 'ספק', ru: 'Провайдер' },
      options: PROVIDERS.filter(({ value }) => value !== 'own').map(({ label, value }) => ({
        label,
        value,
      })),
      required: true,
    },
    {
      name: 'isActive',
      type: 'checkbox',
      admin: {
        description: {
          en: 'New films go here.',
          he: 'סרטונים חדשים עוברים לכאן.',
          ru: 'Новые видео уходят сюда.',
        },
      },
      defaultValue: true,
      label: { en: 'In use', he: 'בשימוש', ru: 'Используется' },
    },
    ...Object.entries(VIDEO_KEYS_OF).flatMap(([provider, names]) =>
      names.map((name) => key(provider, name)),
    ),
    {
      name: 'connection',
      type: 'ui',
      admin: {
        components: { Field: '/src/components/admin/VideoConnection#VideoConnection' },
        disableListColumn: true,
      },
    },
    { name: 'sealed', type: 'text', ...hidden },
    { name: 'inUse', type: 'text', ...hidden },
  ],
  hooks: { beforeChange: [keepVideoAccount], beforeDelete: [keepFilmsPlaying] },
  indexes: [{ fields: ['tenant', 'inUse'], unique: true }],
  labels: {
    plural: { en: 'Where films are kept', he: 'היכן נשמרים הסרטונים', ru: 'Где хранятся видео' },
    singular: { en: 'Place for films', he: 'מקום לסרטונים', ru: 'Место для видео' },
  },
  lockDocuments: false,
}
