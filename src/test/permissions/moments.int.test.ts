import { overGraphql } from './answers'
import { apiOf, setScene } from './scene'
import { targetIn } from './writing/targets'

const scene = setScene()

const LONG_AGO = '2001-02-03T04:05:06.000Z'

it('takes from no caller of the API when a row was made and changed, over REST and GraphQL', async () => {
  const { callers, owner } = scene()
  const who = callers.find(({ caller }) => caller === 'owner')
  if (!who) {
    throw new Error('There is no owner.')
  }
  const { row } = await targetIn(scene(), 'categories')
  const moments = async () => {
    const { rows } = await owner.query<{ made: string; recent: boolean }>(
      `select created_at::text as made, updated_at > now() - interval '1 day' as recent from categories where id = $1`,
      [row],
    )

    return rows[0]
  }
  const before = await moments()
  const data = { name: 'Anew', createdAt: LONG_AGO, updatedAt: LONG_AGO }
  const { graphql, rest } = apiOf(who)
  expect((await rest(who, { body: data, method: 'PATCH', path: `categories/${row}` })).status).toBe(
    200,
  )
  expect(await moments()).toEqual(before)
  const query = `mutation { updateCategory(id: "${row}", data: { name: "Once more", createdAt: "${LONG_AGO}", updatedAt: "${LONG_AGO}" }) { id } }`
  expect(overGraphql(await graphql(who, query), 'updateCategory')).toEqual({ gave: { id: row } })
  expect(await moments()).toEqual(before)
  const made = await rest(who, {
    body: { ...data, name: 'Made anew' },
    method: 'POST',
    path: 'categories',
  })
  expect(made.status).toBe(201)
  expect(made.text).not.toContain('2001-02-03')
})
