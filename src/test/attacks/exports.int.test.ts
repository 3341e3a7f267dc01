import { ENDPOINT_RULES } from '@/domain/identity/permissions/endpoints'
import { factories } from '@/test/factories'
import { askFor } from '@/test/permissions/calling/ask'
import { placeIn } from '@/test/permissions/calling/place'
import { setScene } from '@/test/permissions/scene'

const scene = setScene()

/** Every operation that gives out a table, and the learner’s notes, whose name does not say so. */
const TABLES = Object.keys(ENDPOINT_RULES).filter(
  (name) => /^GET .*\.csv$/.test(name) || name === 'GET /notes/file',
)

/** Columns in which people write what they like. */
const WRITTEN = ['bio', 'body', 'feedback', 'label', 'name', 'note', 'reason', 'text', 'title']

const FORMULA = '=HYPERLINK("https://evil.example")'

/** A cell that a spreadsheet would run: the sign stands first, behind a quotation mark or not. */
const RUNS = /(?:^|[,;\t\r\n])"?[=+@-]HYPERLINK/

/** Has every text that people write begin a formula, wherever the database lets it. */
const plant = async (): Promise<void> => {
  const { owner } = scene()
  const { rows } = await owner.query<{ column: string; table: string }>(
    `select table_name as table, column_name as column from information_schema.columns
     where table_schema = 'public' and column_name = any($1) and data_type in ('character varying', 'text')`,
    [WRITTEN],
  )
  for (const { column, table } of rows) {
    await owner
      .query(`update "${table}" set "${column}" = $1 || "${column}"`, [FORMULA])
      .catch(() => undefined)
  }
}

describe('files that people open in a spreadsheet', () => {
  it('begin no formula, whatever people wrote, in any export there is', async () => {
    const { callers, owner: client, payload, school } = scene()
    await factories(payload).course({ _status: 'draft', tenant: school })
    const { rows } = await client.query<{ course: string }>(
      'select course_id as course from enrollments where tenant_id = $1 limit 1',
      [school],
    )
    const place = {
      ...(await placeIn({ client, payload, tenant: school })),
      course: rows[0]?.course ?? '',
    }
    await plant()
    const found = []
    for (const name of TABLES) {
      const who = callers.find(
        ({ caller }) => caller === (name === 'GET /notes/file' ? 'student' : 'owner'),
      )
      const { status, text } = await askFor(who as never, name, place)
      found.push({
        name,
        has: text.includes('HYPERLINK'),
        isOk: status === 200,
        runs: RUNS.exec(text)?.[0] ?? null,
      })
    }

    expect(found.filter(({ isOk, runs }) => !isOk || runs !== null)).toEqual([])
    expect(found.filter(({ has }) => has).map(({ name }) => name)).toEqual(
      expect.arrayContaining(['GET /courses/:id/roster.csv', 'GET /people.csv']),
    )
    expect(TABLES.length).toBeGreaterThan(6)
  }, 300_000)
})
