import type { SQL } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { AgreedMail, ConsentState, Means, Purpose } from '@/domain/identity/consents'
import type { Locale } from '@/domain/tenancy/locales'

import { acceptedTexts } from '@/database/acceptedTexts'
import { row, rows } from '@/database/transaction'
import {
  AGREED_BY_SIGNING_UP,
  isRevocable,
  KEPT_PURPOSES,
  shortenedAddress,
} from '@/domain/identity/consents'
import { newId } from '@/newId'
import { announceAll } from '@hooks/events/announce'

/** What was said of one purpose; `key` makes of an act that is told twice one row. */
type Said = {
  isGiven: boolean
  key?: string
  page?: null | string
  purpose: Purpose
  version?: null | string
}

/** Whose consents: an account's, or else a visitor's by the random id of their browser. */
type Whose = { account: null | string; visitor?: null | string }

/** One's own rows, of the table `c`. */
const ofWhom = ({ account, visitor = null }: Whose): SQL =>
  account
    ? sql`c.account_id = ${account}::uuid`
    : sql`(c.account_id is null and c.visitor = ${visitor})`

const networkOf = ({ headers }: PayloadRequest): null | string =>
  shortenedAddress((headers as Headers | undefined)?.get('x-forwarded-for') ?? null)

/**
 * Writes down what somebody agreed to or took back, and announces it; in the caller's transaction. What only says again how a
 * revocable consent stands is left out, and so is a `key` that is there.
 */
export const keepConsents = async ({
  locale,
  means,
  req,
  said,
  tenant,
  ...whose
}: Whose & {
  locale: Locale | null
  means: Means
  req: PayloadRequest
  said: readonly Said[]
  tenant: string
}): Promise<void> => {
  const told = said.map((one) => ({
    ...one,
    isRevocable: isRevocable(one.purpose),
    key: one.key ?? newId(),
  }))
  const written = await rows<{ id: string; isGiven: boolean }>(
    req,
    sql`insert into consents (id, tenant_id, account_id, visitor, purpose, is_given, page, version, locale, means, origin, key)
        select uuidv7(), ${tenant}::uuid, ${whose.account}::uuid, ${whose.account ? null : (whose.visitor ?? null)}, s.purpose::enum_consents_purpose, s."isGiven",
          s.page, s.version, ${locale}, ${means}::enum_consents_means, ${networkOf(req)}, s.key
        from jsonb_to_recordset(${JSON.stringify(told)}::jsonb)
          as s (purpose text, "isGiven" boolean, page text, version text, key text, "isRevocable" boolean)
        where not s."isRevocable" or s."isGiven" is distinct from (select c.is_given from consents c
          where ${ofWhom(whose)} and c.purpose::text = s.purpose order by c.created_at desc, c.id desc limit 1)
        on conflict (tenant_id, key) do nothing
        returning id, is_given as "isGiven"`,
  )
  for (const isGiven of [true, false]) {
    await announceAll({
      data: written.filter((one) => one.isGiven === isGiven).map(({ id }) => ({ consent: id })),
      fact: isGiven ? 'consent.given' : 'consent.withdrawn',
      req,
      tenant,
    })
  }
}

/** A text as it is kept with whoever agreed to it; see `acceptedTexts`. */
type Text = { slug: string; title: string; version: null | string }

/** What is said by agreeing to texts, of those that are known as purposes. */
export const saidOfTexts = (texts: readonly Text[], act: string): Said[] =>
  texts.flatMap(({ slug, title, version }) => {
    const purpose = KEPT_PURPOSES.find((one) => one === slug)

    return purpose
      ? [{ isGiven: true, key: `${act}:${slug}:${version}`, page: title, purpose, version }]
      : []
  })

/**
 * Writes down what a new account agreed to by signing up, by itself or at a provider: the texts that the page names, in the language in which they
 * were read, where that is known. In the caller's transaction.
 */
export const keepSignUpConsents = async ({
  account,
  locale,
  req,
  tenant,
}: {
  account: string
  locale: Locale | null
  req: PayloadRequest
  tenant: string
}): Promise<void> => {
  const found = await row<{ pages: null | Text[] }>(req, acceptedTexts(AGREED_BY_SIGNING_UP))
  if (found?.pages) {
    const said = saidOfTexts(found.pages, `signUp:${account}`)
    await keepConsents({ account, locale, means: 'signUp', req, said, tenant })
  }
}

/** Writes down that an account wants mails which are agreed to, or does without. In the caller's transaction. */
export const keepMailConsent = async ({
  topic,
  wants,
  ...rest
}: {
  account: string
  means: Means
  req: PayloadRequest
  tenant: string
  topic: AgreedMail
  wants: boolean
}): Promise<void> =>
  keepConsents({ ...rest, locale: null, said: [{ isGiven: wants, purpose: topic }] })

/** How an account's consents stand, by purpose; what nothing was said of is left out. */
export const consentsOf = ({
  account,
  req,
}: {
  account: string
  req: PayloadRequest
}): Promise<ConsentState[]> =>
  rows<ConsentState>(
    req,
    sql`select distinct on (c.purpose) c.purpose::text as purpose, c.is_given as "isGiven", c.page, to_json(c.created_at) #>> '{}' as at
        from consents c where c.account_id = ${account}::uuid order by c.purpose, c.created_at desc, c.id desc`,
  )

/** Leaves of an erased account's consents those that were part of a contract, without where they came from. */
export const forgetConsents = async ({
  account,
  req,
}: {
  account: string
  req: PayloadRequest
}): Promise<void> => {
  const kept = sql`array[${sql.join(
    KEPT_PURPOSES.map((one) => sql`${one}`),
    sql`, `,
  )}]::text[]`
  await rows(
    req,
    sql`delete from consents where account_id = ${account} and not purpose::text = any(${kept})`,
  )
  await rows(
    req,
    sql`update consents set origin = null, visitor = null where account_id = ${account} and (origin is not null or visitor is not null)`,
  )
}
