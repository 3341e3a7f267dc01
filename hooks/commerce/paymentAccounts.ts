import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionBeforeChangeHook,
  PayloadRequest,
} from 'payload'

import { sql } from '@payloadcms/db-postgres'
import { ValidationError } from 'payload'

import type { PaymentAccount } from '@payload-types'

import { hasInstallationAccount } from '@/adapters/payments/index'
import { row } from '@/database/transaction'
import { KEY_NAMES, KEYS_OF } from '@/domain/commerce/paymentAccounts'
import { idOf } from '@/domain/ids'
import { isLocale } from '@/domain/tenancy/locales'
import { keysSent, sealedRow } from '@/operations/identity/sealedKeys'
import { announce } from '@hooks/events/announce'

type Keys = Record<string, string>

const PROBLEMS = {
  keysMissing: {
    en: 'Enter all keys of the account before it is used.',
    he: 'יש להזין את כל מפתחות החשבון לפני השימוש.',
    ru: 'Прежде чем использовать, введите все ключи аккаунта.',
  },
  noAccount: {
    en: 'This installation has no account with this provider.',
    he: 'להתקנה הזו אין חשבון אצל הספק הזה.',
    ru: 'У этой установки нет аккаунта у этого провайдера.',
  },
  otherInUse: {
    en: 'Another account of this provider is in use. Take it out of use first.',
    he: 'חשבון אחר של הספק הזה נמצא בשימוש. יש להוציא אותו משימוש קודם.',
    ru: 'Уже используется другой аккаунт этого провайдера. Сначала отключите его.',
  },
}

const refuse = (problem: keyof typeof PROBLEMS, req: PayloadRequest): never => {
  const language = req.i18n?.language
  const message = PROBLEMS[problem][isLocale(language) ? language : 'en']
  throw new ValidationError({
    collection: 'payment-accounts',
    errors: [{ message, path: 'isActive' }],
    req,
  })
}

/**
 * Seals the keys of an account, and leaves their last characters in the row; a key that comes back as it is shown stays,
 * an empty one goes. 400 for an account in use that lacks a key, or while another of its provider is.
 */
export const keepAccount: CollectionBeforeChangeHook<PaymentAccount> = async ({
  data,
  originalDoc,
  req,
}) => {
  const account = { ...originalDoc, ...data }
  const { isActive, provider } = account
  const tenant = idOf(account.tenant ?? '')
  const names = keyNames(provider)
  const keys = keysSent({ data, kept: originalDoc?.sealed, names, tenant })
  if (isActive) {
    requireWhole({ keys, provider, req })
    await requireAlone({ id: originalDoc?.id, provider, req, tenant })
  }

  return {
    ...data,
    ...sealedRow({ all: KEY_NAMES, keys, tenant }),
    inUse: isActive ? provider : null,
  }
}

type Provider = PaymentAccount['provider'] | undefined

const keyNames = (provider: Provider): readonly string[] =>
  provider && provider !== 'stripe' ? KEYS_OF[provider] : []

/** All keys of its own, or none where the installation has an account. */
const requireWhole = ({
  keys,
  provider,
  req,
}: {
  keys: Keys
  provider: Provider
  req: PayloadRequest
}): void => {
  const names = keyNames(provider)
  const isInstallations = Object.keys(keys).length === 0 && hasInstallationAccount(provider)
  if (names.length === 0 && !isInstallations) {
    refuse('noAccount', req)
  }
  if (!isInstallations && !names.every((name) => keys[name])) {
    refuse('keysMissing', req)
  }
}

const requireAlone = async ({
  id,
  provider,
  req,
  tenant,
}: {
  id: string | undefined
  provider: Provider
  req: PayloadRequest
  tenant: string
}): Promise<void> => {
  const other = await row(
    req,
    sql`select 1 from payment_accounts
        where tenant_id = ${tenant} and in_use = ${provider ?? null} and id is distinct from ${id ?? null}::uuid`,
  )
  if (other) {
    refuse('otherInUse', req)
  }
}

/** What is on sale depends on who can charge again: the school's pages are made anew. */
const tell = (account: PaymentAccount, req: PayloadRequest): Promise<void> => {
  const tenant = idOf(account.tenant)

  return announce({
    data: { id: tenant, collection: 'tenants' },
    fact: 'content.changed',
    req,
    tenant,
  })
}

export const tellAccount: CollectionAfterChangeHook<PaymentAccount> = ({ doc, req }) =>
  tell(doc, req)

export const forgetAccount: CollectionAfterDeleteHook<PaymentAccount> = ({ doc, req }) =>
  tell(doc, req)
