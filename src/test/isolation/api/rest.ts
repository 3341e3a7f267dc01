import type { Walls } from '../walls'

import { api, byEach, collectionsOf, leaked, tableOf } from '../walls'

/** Rows of another school over REST: neither read nor changed. */
export const itHoldsOverRest = (walls: () => Walls): void => {
  it('never lists, counts, shows or gives the versions of another school’s rows over REST', async () => {
    const found: string[] = []
    const { actors, victims } = walls()
    await byEach(actors, async (actor) => {
      for (const { slug, versions } of collectionsOf(walls())) {
        const victim = victims.get(tableOf(slug)) ?? ''
        const paths = [
          `${slug}?limit=200&depth=2&draft=true`,
          `${slug}/count`,
          `${slug}/${victim}?depth=1`,
          `${slug}?where[id][equals]=${victim}`,
        ]
        if (versions) {
          paths.push(`${slug}/versions?limit=200&depth=1`)
        }
        for (const path of paths) {
          const { status, text } = await api.rest(actor, { path })
          const ids = leaked(walls(), text, [victim])
          const shown = path.includes(`/${victim}`) && status === 200
          if (ids.length > 0 || shown || status >= 500) {
            found.push(`${actor.name}: GET ${path} → ${status} ${ids.join()}`)
          }
        }
      }
    })
    expect(found).toEqual([])
  }, 480_000)

  it('never changes, deletes or restores another school’s rows over REST', async () => {
    const found: string[] = []
    const { actors, owner, tables, victims } = walls()
    await byEach(actors, async (actor) => {
      for (const { slug } of collectionsOf(walls())) {
        const path = `${slug}/${victims.get(tableOf(slug)) ?? ''}`
        for (const method of ['PATCH', 'DELETE'] as const) {
          const body = method === 'PATCH' ? { name: 'mine now', title: 'mine now' } : undefined
          const { status } = await api.rest(actor, { body, method, path })
          if (status < 400 || status >= 500) {
            found.push(`${actor.name}: ${method} ${slug} → ${status}`)
          }
        }
      }
    })
    expect(found).toEqual([])
    for (const { name } of tables) {
      const { rows } = await owner.query(`select 1 from "${name}" where id::text = $1`, [
        victims.get(name),
      ])
      expect([name, rows.length]).toEqual([name, 1])
    }
  }, 480_000)

  it('answers the other school’s counts with nothing, and its own with its own', async () => {
    const { boss, owner, school } = walls()
    const { text } = await api.rest(boss, { path: 'courses/count' })
    const { rows } = await owner.query<{ n: number }>(
      'select count(*)::int as n from courses where tenant_id = $1',
      [school],
    )
    expect(JSON.parse(text)).toEqual({ totalDocs: rows[0]?.n })
  })

  it('serves no file of another school', async () => {
    const { actors, foreign, owner, school } = walls()
    const { rows } = await owner.query<{ filename: string }>(
      `select filename from media where id::text = any($1)`,
      [[...foreign]],
    )
    const { rows: own } = await owner.query<{ filename: string }>(
      'select filename from media where tenant_id = $1',
      [school],
    )
    const theirs = rows.filter(
      ({ filename }) => filename && !own.some((file) => file.filename === filename),
    )
    expect(theirs.length).toBeGreaterThan(0)
    for (const actor of actors) {
      for (const { filename } of theirs) {
        const { status } = await api.rest(actor, { path: `media/file/${filename}` })
        expect([401, 403, 404]).toContain(status)
      }
    }
  })
}
