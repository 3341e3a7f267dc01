import { sql } from '@payloadcms/db-postgres'

import { factories } from '@/test/factories'
import { requestOf, testPayload } from '@/test/harness'

import { compiled } from './compiled'
import { asTenant } from './scope'
import { inTransaction, row } from './transaction'

const payload = testPayload()

type Given = { at: string; list: string; name: string }

const asked = ({ name, at, list }: Given) =>
  sql`select ${name}::text || '!' as name, ${at}::timestamptz as at, ${list}::jsonb as list, ${name}::text as again,
        (select slug from tenants) as school`

const given = (name: string) => ({ name, at: '2026-01-02T03:04:05Z', list: '[1, [2]]' })

describe('a compiled statement', () => {
  it('answers as any other, in and outside a transaction, within its school, with other values each time', async () => {
    const [one, other] = [await factories(payload()).tenant(), await factories(payload()).tenant()]
    const ask = compiled(asked)
    let texts = 0
    const count = compiled((values: Given) => {
      texts += 1

      return asked(values)
    })
    for (const { id, slug } of [one, other]) {
      await asTenant(id, async () => {
        const req = await requestOf()
        for (const name of ["it's", '$1']) {
          const plain = await row(req, asked(given(name)))
          expect(plain).toMatchObject({
            name: `${name}!`,
            again: name,
            list: [1, [2]],
            school: slug,
          })
          expect(await ask(req, given(name))).toEqual(plain)
          expect(await inTransaction(req, () => ask(req, given(name)))).toEqual(plain)
          expect(await count(req, given(name))).toEqual(plain)
        }
      })
    }
    expect(texts).toBe(1)
  })
})
