import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionBeforeChangeHook,
  PayloadRequest,
} from 'payload'

import { sql } from '@payloadcms/db-postgres'
import { X509Certificate } from 'node:crypto'
import { ValidationError } from 'payload'

import type { SignInProvider } from '@payload-types'

import { realmOf } from '@/adapters/signIn'
import { certificatesIn } from '@/adapters/signIn/saml'
import { newSamlPair } from '@/adapters/signIn/samlPair'
import { row } from '@/database/transaction'
import { groupRolesIn, isGivenRole } from '@/domain/identity/groupRoles'
import { areDomains, domainsIn } from '@/domain/identity/signInProviders'
import { idOf } from '@/domain/ids'
import { isLocale } from '@/domain/tenancy/locales'
import { keysSent, sealedRow } from '@/operations/identity/sealedKeys'
import { unseal } from '@/secrets'
import { announce } from '@hooks/events/announce'

const PROBLEMS = {
  certificates: {
    en: 'Enter the certificates with which the provider signs.',
    he: 'מזינים את האישורים שבהם הספק חותם.',
    ru: 'Введите сертификаты, которыми провайдер подписывает.',
  },
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
  groupRoles: {
    en: 'Write one “group = role” in a line, with a role that there is.',
    he: 'בכל שורה כותבים ״קבוצה = תפקיד״ אחד, עם תפקיד שקיים.',
    ru: 'Пишите по одной паре «группа = роль» в строке, с существующей ролью.',
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
  ssoAddress: {
    en: 'Enter an address that begins with https://.',
    he: 'מזינים כתובת שמתחילה ב־https://.',
    ru: 'Введите адрес, который начинается с https://.',
  },
}

const NAMES = ['clientId', 'clientSecret']

type Row = Partial<SignInProvider>

const isAddress = (issuer: null | string | undefined): boolean =>
  URL.canParse(issuer ?? '') && /^https?:\/\//.test(issuer ?? '')

const isOwn = ({ kind }: Row): boolean => kind === 'oidc' || kind === 'saml'

const isCertificate = (text: string): boolean => {
  try {
    return Boolean(new X509Certificate(Buffer.from(text, 'base64')))
  } catch {
    return false
  }
}

/** What one that speaks SAML lacks: nothing while it is not in use and nothing is written down. */
const samlProblemIn = ({
  certificates,
  isActive,
  issuer,
  ssoAddress,
}: Row): 'certificates' | 'issuer' | 'ssoAddress' | null => {
  const all = certificatesIn(certificates ?? '')
  if (isActive && !issuer?.trim()) {
    return 'issuer'
  }
  if ((isActive || ssoAddress) && !isAddress(ssoAddress)) {
    return 'ssoAddress'
  }

  return (isActive && all.length === 0) || !all.every(isCertificate) ? 'certificates' : null
}

const problemIn = (provider: Row, keys: Record<string, string>): keyof typeof PROBLEMS | null => {
  if (isOwn(provider) && !provider.label?.trim()) {
    return 'label'
  }
  if (provider.kind === 'oidc' && !isAddress(provider.issuer)) {
    return 'issuer'
  }
  if (!areDomains(provider.domains)) {
    return 'domains'
  }

  if (provider.kind === 'saml') {
    return samlProblemIn(provider)
  }

  return provider.isActive && !NAMES.every((name) => keys[name]) ? 'clientSecret' : null
}

const refuse = (path: keyof typeof PROBLEMS, req: PayloadRequest): never => {
  const language = req.i18n?.language
  const message = PROBLEMS[path][isLocale(language) ? language : 'en']
  throw new ValidationError({ collection: 'sign-in-providers', errors: [{ message, path }], req })
}

/** Our pair towards an organisation that speaks SAML, as it is kept: the one there is, else a new one. */
const pairOf = async (kept: null | string | undefined, tenant: string) => {
  const { samlCertificate, samlKey } = (
    kept ? JSON.parse(unseal({ sealed: kept, tenant })) : {}
  ) as Record<string, string | undefined>
  if (samlCertificate && samlKey) {
    return { samlCertificate, samlKey }
  }
  const { certificate, privateKey } = await newSamlPair()

  return { samlCertificate: certificate, samlKey: privateKey }
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
  if (!(await areRoles({ req, tenant, text: provider.groupRoles }))) {
    refuse('groupRoles', req)
  }
  const realm = provider.kind && realmOf({ issuer: provider.issuer ?? '', kind: provider.kind })
  const inUse = provider.isActive && realm ? realm : null
  if (inUse && (await otherInUse({ id: originalDoc?.id, inUse, req, tenant }))) {
    refuse('isActive', req)
  }

  const domains = domainsIn(provider.domains)
  const pair = provider.kind === 'saml' ? await pairOf(originalDoc?.sealed, tenant) : {}

  return {
    ...data,
    ...sealedRow({ all: NAMES, keys: { ...keys, ...pair }, open: ['clientId'], tenant }),
    domains: domains.join(', ') || null,
    inUse,
    proved:
      domainsIn(originalDoc?.proved)
        .filter((one) => domains.includes(one))
        .join(', ') || null,
  }
}

/** Whether each line of a text names a group and a role that may be given. */
const areRoles = async ({
  req,
  tenant,
  text,
}: {
  req: PayloadRequest
  tenant: string
  text: null | string | undefined
}): Promise<boolean> => {
  const pairs = groupRolesIn(text)
  const own = new Set(
    pairs.flatMap((pair) => (pair && !isGivenRole(pair.role.toLowerCase()) ? [pair.role] : [])),
  )
  const found =
    own.size > 0
      ? await row<{ count: number }>(
          req,
          sql`select count(distinct name)::int as count from custom_roles where tenant_id = ${tenant}
                and name in (select jsonb_array_elements_text(${JSON.stringify([...own])}::jsonb))`,
        )
      : { count: 0 }

  return !pairs.includes(null) && found?.count === own.size
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
