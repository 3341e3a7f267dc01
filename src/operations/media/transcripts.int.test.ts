import { text } from 'node:stream/consumers'

import { afterEach, describe, expect, it } from '@jest/globals'
import { sql } from '@payloadcms/db-postgres'

import { askTranscript } from '@endpoints/media/transcripts'

import { storage } from '@/adapters/storage'
import { asTenant } from '@/database/scope'
import { rows } from '@/database/transaction'
import { mediaKey } from '@/domain/media/keys'
import { captionsIn } from '@/domain/media/webvtt'
import { env } from '@/env'
import { clip } from '@/test/clips'
import { eventually } from '@/test/e2e/eventually'
import { factories } from '@/test/factories'
import { uploaded } from '@/test/factories/files'
import { call, requestOf, settle, testPayload } from '@/test/harness'
import { startWhisperServer, WHISPER_KEY } from '@/test/whisper/server'

import { startTranscribing } from './transcripts'

const payload = testPayload()

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) {
    await close()
  }
})

type Row = Record<'captions' | 'detail' | 'reason' | 'status', null | string> & { attempts: number }

const room = async ({ key = WHISPER_KEY, sound = true, words }: { key?: string; sound?: boolean; words?: () => string[] } = {}) => {
  const make = factories(payload())
  const tenant = (await make.tenant()).id
  const owner = await make.user({ roles: ['owner'], tenant })
  const server = await startWhisperServer(words)
  closing.push(server.close)
  env().PRIVATE_HOSTS.splice(0, Infinity, server.host)
  await asTenant(tenant, async () =>
    payload().create({
      collection: 'speech-accounts',
      data: { address: server.address, apiKey: key, model: 'whisper-1', tenant },
      overrideAccess: true, // a test sets the scene
      req: await requestOf(),
    }),
  )
  const film = await uploaded(payload(), {
    name: 'talk.mp4',
    type: 'video/mp4',
    data: await clip({ sound }),
    tenant,
  })
  await settle()
  const ask = (language = 'en') =>
    call(askTranscript, { data: { language }, params: { id: film }, tenant, user: owner })
  const rowsOf = () =>
    asTenant(tenant, async () =>
      rows<Row>(
        await requestOf(),
        sql`select status::text, reason, detail, captions_id as captions, attempts::int from transcripts order by id`,
      ),
    )
  const until = (status: string) =>
    eventually(async () => (await rowsOf()).find((one) => one.status === status))
  const again = () =>
    asTenant(tenant, async () =>
      rows(await requestOf(), sql`update transcripts set lease_until = now() where runner is null`),
    )
  const work = async () => {
    const { stop } = await startTranscribing({ payload: payload() })
    closing.push(stop)
  }

  return { again, ask, film, owner, rowsOf, server, tenant, until, work }
}

const captionsOf = async (tenant: string, id: string) => {
  const [file] = await asTenant(tenant, async () =>
    rows<{ filename: string; mime: string }>(
      await requestOf(),
      sql`select filename, mime_type as mime from media where id = ${id}`,
    ),
  )
  const found = await storage().get({ key: mediaKey({ id, filename: file?.filename ?? '', tenant }) })

  return { ...file, cues: found ? captionsIn(await text(found.stream)).cues : [] }
}

describe('what is said in a film', () => {
  it('is written down as captions that are in no lesson yet, and asked of the service once, however many ask', async () => {
    const { ask, rowsOf, server, tenant, until, work } = await room()
    const asked = await Promise.all([ask(), ask(), ask()])
    expect(asked.map(({ status }) => status)).toEqual([200, 200, 200])
    await Promise.all([work(), work()])
    const { captions } = await until('ready')
    expect(await ask()).toMatchObject({ status: 200 })
    expect(await rowsOf()).toHaveLength(1)
    expect(server.heard).toMatchObject([{ language: 'en', model: 'whisper-1' }])
    const { cues, mime } = await captionsOf(tenant, captions ?? '')
    expect(mime).toBe('text/vtt')
    expect(cues.map(({ from, text: words, to }) => [from, to, words])).toEqual([
      [0, 2, 'One.'],
      [2, 4, 'Two.'],
    ])
  })

  it('is written in each language that is asked for', async () => {
    const { ask, rowsOf, server, work } = await room()
    await ask('en')
    await ask('he')
    await work()
    await eventually(async () => (await rowsOf()).every(({ status }) => status === 'ready'))
    expect(server.heard.map(({ language }) => language).toSorted()).toEqual(['en', 'he'])
  })

  it('is asked for again while the service does not answer, and is not lost', async () => {
    const { again, ask, rowsOf, server, until, work } = await room()
    server.failNext(1)
    await ask()
    await work()
    await eventually(async () => (await rowsOf()).some(({ reason }) => reason === 'away'))
    await again()
    await until('ready')
    expect(server.heard).toHaveLength(1)
  })

  it('is not asked for again by whoever takes it up after a death', async () => {
    const { ask, server, tenant, until, work } = await room()
    await ask()
    const said = { 0: [{ end: 2, start: 0, text: 'Heard before.' }] }
    await asTenant(tenant, async () =>
      rows(
        await requestOf(),
        sql`update transcripts set status = 'processing', runner = 'dead', attempts = 1, lease_until = now() - interval '1 second', parts = ${JSON.stringify(said)}::jsonb`,
      ),
    )
    await work()
    await until('ready')
    expect(server.heard).toEqual([])
  })

  it('says that the key is refused, or that nothing was said', async () => {
    const wrong = await room({ key: 'sk-another-key' })
    await wrong.ask()
    await wrong.work()
    expect(await wrong.until('failed')).toMatchObject({ reason: 'account' })

    const silent = await room({ words: () => [] })
    await silent.ask()
    await silent.work()
    expect(await silent.until('failed')).toMatchObject({ reason: 'silent' })
  })

  it('is asked only of hosts of the open web, and of those that the installation names', async () => {
    const { ask, rowsOf, server, work } = await room()
    env().PRIVATE_HOSTS.splice(0, Infinity)
    await ask()
    await work()
    await eventually(async () => (await rowsOf()).some(({ reason }) => reason === 'away'))
    expect(server.heard).toEqual([])
  })

  it('needs an account of the school’s, whose key is sealed', async () => {
    const { ask, tenant } = await room()
    const [kept] = await asTenant(tenant, async () =>
      rows<{ all: string }>(await requestOf(), sql`select to_jsonb(a)::text as all from speech_accounts a`),
    )
    expect(kept?.all).not.toContain(WHISPER_KEY)
    await asTenant(tenant, async () => rows(await requestOf(), sql`delete from speech_accounts`))
    expect(await ask()).toMatchObject({ body: { code: 'noSpeechAccount' }, status: 422 })
  })
})
