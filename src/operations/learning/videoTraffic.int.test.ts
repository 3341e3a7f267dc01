import { sql } from '@payloadcms/db-postgres'

import { tellOfUnusualTraffic } from '@hooks/learning/videoTraffic'

import { asTenant } from '@/database/scope'
import { rows } from '@/database/transaction'
import { newId } from '@/newId'
import { factories } from '@/test/factories'
import { requestOf, testPayload } from '@/test/harness'

import { videoTraffic } from './videoTraffic'

const payload = testPayload()

const NOW = new Date('2026-03-15T12:00:00Z')
const VIDEO = newId()
const MB = 1_000_000

const school = async () => {
  const make = factories(payload())
  const tenant = (await make.tenant()).id
  await make.user({ roles: ['owner'], tenant })
  const [ada, ben] = [await make.user({ name: 'Ada', tenant }), await make.user({ tenant })]
  const run = async <T>(statement: ReturnType<typeof sql>) =>
    asTenant(tenant, async () => rows<T>(await requestOf(), statement))
  const sent = (viewer: string, bytes: Record<string, number>) =>
    run(sql`insert into video_traffic (id, tenant_id, day, viewer, video, bytes)
      select uuidv7(), ${tenant}, key, ${viewer}, ${VIDEO}, value::numeric from jsonb_each_text(${JSON.stringify(bytes)}::jsonb)`)
  const usual = { '2026-03-11': 40 * MB, '2026-03-12': 30 * MB, '2026-03-13': 20 * MB }

  return { ada, ben, run, sent, tenant, usual }
}

it('shows staff what was sent by day, viewer and video, and whom far more than is usual', async () => {
  const { ada, ben, sent, tenant, usual } = await school()
  await sent(ada.id, { ...usual, '2026-03-15': 151 * MB })
  await sent(ben.id, { ...usual, '2026-03-15': 149 * MB })
  await sent('visitor', { '2026-03-15': 900 * MB })
  const { days, uncounted, videos, viewers } = await asTenant(tenant, async () =>
    videoTraffic({ now: NOW, req: await requestOf() }),
  )

  expect(uncounted).toEqual([])
  expect(days).toHaveLength(30)
  expect(days.slice(-3)).toEqual([
    { bytes: 40 * MB, day: '2026-03-13' },
    { bytes: 0, day: '2026-03-14' },
    { bytes: 1200 * MB, day: '2026-03-15' },
  ])
  expect(videos).toEqual([{ name: null, bytes: 1380 * MB, video: VIDEO }])
  expect(viewers.map(({ isUnusual, viewer }) => [viewer, isUnusual])).toEqual([
    ['visitor', false],
    [ada.id, true],
    [ben.id, false],
  ])
  expect(viewers[1]).toMatchObject({ name: 'Ada', usual: 30 * MB })
})

it('tells who runs the school once for a viewer and day, however often it looks', async () => {
  const { ada, run, sent, tenant, usual } = await school()
  await sent(ada.id, { ...usual, '2026-03-15': 200 * MB })
  const look = () =>
    asTenant(tenant, async () => tellOfUnusualTraffic({ now: NOW, req: await requestOf(), tenant }))
  await look()
  await Promise.all([look(), look()])

  expect(
    await run(sql`select data ->> 'student' as student from emails where kind = 'unusualTraffic'`),
  ).toEqual([{ student: 'Ada' }])
})
