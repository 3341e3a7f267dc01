import type { Payload, PayloadRequest } from 'payload'

import type { Readable } from 'node:stream'

import { sql } from '@payloadcms/db-postgres'
import { text } from 'node:stream/consumers'
import { createLocalReq } from 'payload'

import { storage } from '@/adapters/storage'
import { inTransaction, row, rows } from '@/database/transaction'
import { mediaKey } from '@/domain/media/keys'
import { signedParts, signParts } from '@/operations/identity/signedParts'
import { originOf, subDomainOf } from '@/operations/tenancy/origins'

import { providerOf } from './elsewhere/account'

/** What is there of a language: its id there, and which state of which file it was made of. */
type There = Record<string, { id: string; source: string }>

type Wanted = { file: string; filename: string; label: null | string; language: string; source: string }

/** How long a provider may fetch captions, in ms. */
const FETCHED_WITHIN = 3_600_000

/** A language by its own name. */
const nameOf = (language: string): string =>
  new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language

const purposeOf = (tenant: string): string => `film-captions:${tenant}`

/** The captions that an address for a provider names; null where it was not signed here, is over, or they are gone. */
export const captionsAt = async ({
  req,
  tenant,
  token,
}: {
  req: PayloadRequest
  tenant: string
  token: string
}): Promise<null | Readable> => {
  const [file = '', until] = signedParts({ count: 2, purpose: purposeOf(tenant), token }) ?? []
  const held =
    Number(until) > Date.now()
      ? await row<{ filename: string }>(
          req,
          sql`select filename from media where id = ${file} and mime_type = 'text/vtt' and filename is not null`,
        )
      : undefined
  const found =
    held && (await storage().get({ key: mediaKey({ id: file, filename: held.filename, tenant }) }))

  return found?.stream ?? null
}

/** The captions that lessons have for a film, one of each language. */
const wantedOf = (req: PayloadRequest, video: string): Promise<Wanted[]> =>
  rows<Wanted>(
    req,
    sql`select distinct on (x.one ->> 'language') x.one ->> 'language' as language, x.one ->> 'label' as label,
          m.id as file, m.filename, m.id || ' ' || m.updated_at as source
        from lessons l cross join jsonb_array_elements(coalesce(l.captions, '[]')) x (one) join media m on m.id::text = x.one ->> 'file'
        where ${video}::uuid in (l.video_id, l.audio_id) and l.deleted_at is null and m.filename is not null
        order by x.one ->> 'language', l.id`,
  )

type Held = { account: string; captions: null | There; film: string; slug: string }

/**
 * Gives a provider the captions that lessons have for a film it plays, and takes away those they have no more. Whoever comes second waits, and finds
 * nothing to do.
 */
export const pushCaptions = async ({
  payload,
  tenant,
  video,
}: {
  payload: Payload
  tenant: string
  video: string
}): Promise<void> => {
  const req = await createLocalReq({}, payload)
  await inTransaction(req, async () => {
    const held = await row<Held>(
      req,
      sql`select v.account_id as account, v.captions_there as captions, v.external_id as film, t.slug
          from videos v join tenants t on t.id = v.tenant_id
          where v.id = ${video} and v.status = 'ready' and v.account_id is not null and v.external_id is not null for update of v`,
    )
    const provider = held && (await providerOf(req, held.account))
    if (!held || !provider) {
      return
    }
    const { slug, film: externalId } = held
    const there: There = { ...held.captions }
    const wanted = await wantedOf(req, video)
    const keep = () =>
      rows(
        req,
        sql`update videos set captions_there = ${JSON.stringify(there)}::jsonb where id = ${video}`,
      )
    for (const [language, { id, source }] of Object.entries(there)) {
      if (!wanted.some((one) => one.language === language && one.source === source)) {
        await provider.dropCaptions({ captions: id, externalId })
        delete there[language]
        await keep()
      }
    }
    for (const { file, filename, label, language, source } of wanted) {
      if (there[language]) {
        continue
      }
      const found = await storage().get({ key: mediaKey({ id: file, filename, tenant }) })
      if (!found) {
        continue
      }
      const token = signParts([file, String(Date.now() + FETCHED_WITHIN)], purposeOf(tenant))
      const id = await provider.putCaptions({
        externalId,
        label: label ?? nameOf(language),
        language,
        text: await text(found.stream),
        url: `${originOf(subDomainOf(slug))}/api/film-captions/${token}`,
      })
      there[language] = { id, source }
      await keep()
    }
  })
}

/** The films at providers that a lesson, or a file of captions, may say something else of now. */
export const captionedFilms = async (
  req: PayloadRequest,
  { id, collection }: { collection: string; id: string },
): Promise<string[]> => {
  const found = await rows<{ id: string }>(
    req,
    collection === 'lessons'
      ? sql`select v.id from videos v join lessons l on v.id in (l.video_id, l.audio_id) where l.id = ${id} and v.provider <> 'own'`
      : sql`select distinct v.id from videos v join lessons l on v.id in (l.video_id, l.audio_id)
            where v.provider <> 'own' and (l.captions @> ${JSON.stringify([{ file: id }])}::jsonb)`,
  )

  return found.map((one) => one.id)
}
