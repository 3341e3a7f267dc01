import { pool } from '../../pool.mjs'

export const dynamic = 'force-dynamic'

/** The dynamic page, of one statement, that signed-in pages are measured against. */
export default async function Page() {
  const { rows } = await pool.query({
    name: 'note',
    text: 'select title, body from notes where id = $1',
    values: [1],
  })

  return (
    <main>
      <h1>{rows[0].title}</h1>
      <p>{rows[0].body}</p>
    </main>
  )
}
