import type { CollectionBeforeChangeHook } from 'payload'

import { ValidationError } from 'payload'

import type { AddressBlock } from '@payload-types'

import { rangeIn, rangeText, within } from '@/adapters/web/addressRanges'
import { idOf } from '@/domain/ids'
import { isLocale } from '@/domain/tenancy/locales'
import { addressesOfManagers } from '@/operations/identity/managerAddresses'

const WRONG = {
  managers: {
    en: 'A manager is signed in from there. Blocking it would lock them out.',
    he: 'מנהל מחובר משם. חסימה תנעל אותו בחוץ.',
    ru: 'Оттуда вошёл управляющий: блокировка закрыла бы ему доступ.',
  },
  own: {
    en: 'This is where you are. You would lock yourself out.',
    he: 'זו הכתובת שלכם. הייתם ננעלים בחוץ.',
    ru: 'Это ваш адрес: вы закрыли бы доступ себе.',
  },
  range: {
    en: 'Enter an address or a network, as 203.0.113.0/24; none wider than /8, or /19 of IPv6.',
    he: 'מזינים כתובת או רשת, כמו 203.0.113.0/24; לא רחבה מ־/8, או מ־/19 ב־IPv6.',
    ru: 'Введите адрес или сеть, например 203.0.113.0/24; не шире /8, для IPv6 — /19.',
  },
}

/**
 * Writes a range down in one way. 400 where it names none, where it holds the address of whoever asks, or one from which a manager of the
 * school is signed in: nobody who could take the block away is locked out by it.
 */
export const keepAddressBlock: CollectionBeforeChangeHook<AddressBlock> = async ({
  data,
  originalDoc,
  req,
}) => {
  const refuse = (why: keyof typeof WRONG) => {
    const language = req.i18n?.language
    const message = WRONG[why][isLocale(language) ? language : 'en']
    throw new ValidationError({
      collection: 'address-blocks',
      errors: [{ message, path: 'range' }],
      req,
    })
  }
  const { range: text, tenant } = { ...originalDoc, ...data }
  const range = rangeIn(text ?? '')
  if (!range) {
    return refuse('range')
  }
  const holds = within([range])
  if (holds(req.headers.get('x-forwarded-for') ?? '')) {
    return refuse('own')
  }
  if ((await addressesOfManagers({ req, tenant: idOf(tenant ?? '') })).some(holds)) {
    return refuse('managers')
  }

  return { ...data, range: rangeText(range) }
}
