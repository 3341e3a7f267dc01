import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionBeforeChangeHook,
  PayloadRequest,
} from 'payload'

import { sql } from '@payloadcms/db-postgres'
import { ValidationError } from 'payload'

import type { SignInProvider } from '@payload-types'

import { realmOf } from '@/adapters/signIn'
import { row } from '@/database/transaction'
import { areDomains, domainsIn } from '@/domain/identity/signInProviders'
import { idOf } from '@/domain/ids'
import { isLocale } from '@/domain/tenancy/locales'
import { keysSent, sealedRow } from '@/operations/identity/sealedKeys'
import { announce } from '@hooks/events/announce'

const PROBLEMS = {
  clientSecret: {
    en: 'Enter the keys before it is used.',
    he: 'יש להזין את המפתחות לפני השימוש.',
    ru: 'Прежде чем использовать, введите ключи.',
  },
  domains: {
    en: 'List domains as in “school.example, uni.example”.',
    he: 'יש לרשום דומיינים כמו ״school.example, uni.example״.',
    ru: 'Перечислите домены, например «school.example, uni.example».',
  },
  isActive: {
    en: 'This provider is in use already. Take the other one out of use first.',
    he: 'הספק הזה כבר בשימוש. יש להוציא את האחר משימוש קודם.',
    ru: 'Этот провайдер уже используется. Сначала отключите другой.',
  },
  issuer: {
    en: 'Enter an address that begins with https://.',
    he: 'מזינים כתובת שמתחילה ב־https://.',
    ru: 'Введите адрес, который начинается с https://.',
  },
  label: {
    en: 'Say what the button is called.',
    he: 'יש לומר מה כתוב בכפתור.',
    ru: 'Укажите, как называется кнопка.',
  },
}

const NAMES = ['clientId', 'clientSecret']

type Row = Partial<SignInProvider>

const isAddress = (issuer: null | string | undefined): boolean =>
  URL.canParse(issuer ?? '') && /^https?:\/\//.test(issuer ?? '')

const problemIn = (provider: Row, keys: Record<string, string>): keyof typeof PROBLEMS | null => {
  if (provider.kind === 'oidc' && !provider.label?.trim()) {
    return 'label'
  }
  if (provider.kind === 'oidc' && !isAddress(provider.issuer)) {
    return 'issuer'
  }
  if (!areDomains(provider.domains)) {
    return 'domains'
  }

  return provider.isActive && !NAMES.every((name) => keys[name]) ? 'clientSecret' : null
}

const refuse = (path: keyof typeof PROBLEMS, req: PayloadRequest): never => {
  const language = req.i18n?.language
  const message = PROBLEMS[path][isLocale(language) ? language : 'en']
  throw new ValidationError({ collection: 'sign-in-providers', errors: [{ message, path }], req })
}

/**
 * Seals the keys of a provider, and leaves what may be shown of them in the row; a key that comes back as it is shown stays. 400
 * for one in use that lacks a key, or while another row of the same provider is.
 */
export const keepProvider: CollectionBeforeChangeHook<SignInProvider> = async ({
  data,
  originalDoc,
  req,
}) => {
  const provider: Row = { ...originalDoc, ...data }
  const tenant = idOf(provider.tenant ?? '')
  const keys = keysSent({ data, kept: originalDoc?.sealed, names: NAMES, tenant })
  const problem = problemIn(provider, keys)
  if (problem) {
    refuse(problem, req)
  }
  const realm = provider.kind && realmOf({ issuer: provider.issuer ?? '', kind: provider.kind })
  const inUse = provider.isActive && realm ? realm : null
  if (inUse && (await otherInUse({ id: originalDoc?.id, inUse, req, tenant }))) {
    refuse('isActive', req)
  }

  return {
    ...data,
    ...sealedRow({ all: NAMES, keys, open: ['clientId'], tenant }),
    domains: domainsIn(provider.domains).join(', ') || null,
    inUse,
  }
}

const otherInUse = async ({
  id,
  inUse,
  req,
  tenant,
}: {
  id: string | undefined
  inUse: string
  req: PayloadRequest
  tenant: string
}): Promise<boolean> =>
  Boolean(
    await row(
      req,
      sql`select 1 from sign_in_providers
          where tenant_id = ${tenant} and in_use = ${inUse} and id is distinct from ${id ?? null}::uuid`,
    ),
  )

/** Pages for signing in show the providers: they are made anew. */
const tell = ({ tenant: school }: SignInProvider, req: PayloadRequest): Promise<void> => {
  const tenant = idOf(school)

  return announce({
    data: { id: tenant, collection: 'tenants' },
    fact: 'content.changed',
    req,
    tenant,
  })
}

export const tellProvider: CollectionAfterChangeHook<SignInProvider> = ({ doc, req }) =>
  tell(doc, req)

export const forgetProvider: CollectionAfterDeleteHook<SignInProvider> = ({ doc, req }) =>
  tell(doc, req)
