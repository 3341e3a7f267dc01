import type { CollectionConfig } from 'payload'

import { managers, nobody, staffOnly } from '@hooks/access'
import { keepSpeechAccount } from '@hooks/media/speechAccounts'

import { tenant } from '../fields/tenant'

/**
 * A school's account with a service that writes down what is said in films, as OpenAI's does. Of several the newest counts. `sealed` is
 * its key, read by no API.
 */
export const SpeechAccounts: CollectionConfig = {
  slug: 'speech-accounts',
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
    defaultColumns: ['address', 'model', 'updatedAt'],
    description: {
      en: 'With an account, authors can have captions written from what is said in a film. The service bills the school for each minute. Of several accounts the newest counts.',
      he: 'עם חשבון, המחברים יכולים לקבל כתוביות ממה שנאמר בסרטון. השירות מחייב את בית הספר לפי דקות. מבין כמה חשבונות, החדש ביותר קובע.',
      ru: 'С аккаунтом авторы могут получить субтитры по тому, что сказано в видео. Сервис выставляет школе счёт за минуты. Если аккаунтов несколько, действует самый новый.',
    },
    useAsTitle: 'address',
  },
  disableDuplicate: true,
  fields: [
    tenant(),
    {
      name: 'address',
      type: 'text',
      admin: {
        description: {
          en: 'The base address of a service that speaks as OpenAI’s does.',
          he: 'כתובת הבסיס של שירות שפועל כמו זה של OpenAI.',
          ru: 'Основной адрес сервиса, который работает как у OpenAI.',
        },
      },
      defaultValue: 'https://api.openai.com/v1',
      label: { en: 'Address', he: 'כתובת', ru: 'Адрес' },
      maxLength: 300,
      required: true,
    },
    {
      name: 'model',
      type: 'text',
      admin: {
        description: {
          en: 'One that tells times, as whisper-1 does.',
          he: 'מודל שמחזיר זמנים, כמו whisper-1.',
          ru: 'Модель, которая сообщает время, как whisper-1.',
        },
      },
      defaultValue: 'whisper-1',
      label: { en: 'Model', he: 'מודל', ru: 'Модель' },
      maxLength: 100,
      required: true,
    },
    {
      name: 'apiKey',
      type: 'text',
      admin: {
        autoComplete: 'off',
        description: {
          en: 'Kept encrypted; of one that is set you see the end. Type a new one to replace it.',
          he: 'נשמר בהצפנה; ממפתח שמור רואים רק את סופו. כדי להחליף, מקלידים מפתח חדש.',
          ru: 'Хранится зашифрованным; у сохранённого виден только конец. Чтобы заменить, введите новый.',
        },
      },
      label: { en: 'API key', he: 'מפתח API', ru: 'Ключ API' },
      maxLength: 400,
    },
    {
      name: 'sealed',
      type: 'text',
      access: { create: () => false, read: () => false, update: () => false },
      admin: { disableListColumn: true, disableListFilter: true, hidden: true },
      hidden: true,
    },
  ],
  hooks: { beforeChange: [keepSpeechAccount] },
  labels: {
    plural: { en: 'Automatic captions', he: 'כתוביות אוטומטיות', ru: 'Автоматические субтитры' },
    singular: { en: 'Speech account', he: 'חשבון תמלול', ru: 'Аккаунт распознавания речи' },
  },
  lockDocuments: false,
}
