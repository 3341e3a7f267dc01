import type { FlattenedField } from 'payload'

import type { Scene } from '../scene'

import { tableOf } from '../ownRows'

/** One thing to send beyond what is asked for: a body, and what it is about. */
export type Extra = { body: Record<string, unknown>; name: string }

/** What no field is called, and a row may have: stamps, ids, schools, and columns as the database calls them. */
const BEYOND: Record<string, readonly unknown[]> = {
  id: [crypto.randomUUID()],
  _status: ['published', 'draft'],
  created_at: ['2001-02-03T04:05:06.000Z'],
  createdAt: ['2001-02-03T04:05:06.000Z'],
  deletedAt: ['2001-02-03T04:05:06.000Z'],
  password: ['a heron on the quay'],
  updatedAt: ['2001-02-03T04:05:06.000Z'],
}

const nested = (path: readonly string[], value: unknown): Record<string, unknown> => {
  const [name = '', ...rest] = path

  return { [name]: rest.length > 0 ? nested(rest, value) : value }
}

const idsOf = async (
  { owner }: Scene,
  { slug, tenant }: { slug: string; tenant: string },
): Promise<string[]> => {
  const { rows } = await owner
    .query<{ id: string }>(
      `select id::text from "${tableOf(slug)}" where ${slug === 'tenants' ? 'id' : 'tenant_id'} = $1 order by id desc limit 2`,
      [tenant],
    )
    .catch(() => ({ rows: [] }))

  return rows.map(({ id }) => id)
}

/** Values that a field of this kind takes, and that a row is unlikely to have; of relations those of `tenant`. */
const valuesFor = async (
  scene: Scene,
  field: FlattenedField,
  tenant: string,
): Promise<unknown[]> => {
  switch (field.type) {
    case 'checkbox':
      return [true, false]
    case 'date':
      return ['2001-02-03T04:05:06.000Z', '2091-02-03T04:05:06.000Z']
    case 'email':
      return [`${crypto.randomUUID().slice(0, 8)}@evil.example`]
    case 'json':
    case 'richText':
      return [{ evil: true }, ['evil']]
    case 'number':
      return [1, 7]
    case 'radio':
    case 'select': {
      const options = field.options.map((one) => (typeof one === 'string' ? one : one.value))

      return field.type === 'select' && field.hasMany
        ? [options.slice(0, 3), ...options.map((one) => [one])]
        : options
    }
    case 'relationship':
    case 'upload': {
      const found: unknown[] = []
      for (const slug of [field.relationTo].flat()) {
        const ids = await idsOf(scene, { slug, tenant })
        found.push(
          ...ids.map((value) =>
            Array.isArray(field.relationTo) ? { relationTo: slug, value } : value,
          ),
        )
      }

      return field.hasMany ? found.map((one) => [one]) : found
    }
    default:
      return ['evil words', 'evil', 'EV', 'https://evil.example/a', '2026-11-11']
  }
}

/** Whether what a field holds is a row, or rows, of their own fields. */
const isHolder = (field: FlattenedField): boolean =>
  ['array', 'blocks', 'join', 'virtual'].includes(field.type) ||
  ('virtual' in field && Boolean(field.virtual))

/** Everything that a request to write a document can carry: each field of the collection, one at a time, and what is none. `tenant` is whose rows relations name. */
export const extrasFor = async (scene: Scene, slug: string, tenant: string): Promise<Extra[]> => {
  const collection = scene.payload.config.collections.find((one) => one.slug === slug)
  const extras: Extra[] = Object.entries({
    ...BEYOND,
    tenant: [scene.other],
    tenant_id: [scene.other],
  }).flatMap(([name, values]) => values.map((value) => ({ name, body: { [name]: value } })))
  const add = async (fields: readonly FlattenedField[], path: readonly string[]) => {
    for (const field of fields) {
      if (isHolder(field) || (field.name in BEYOND && path.length === 0)) {
        continue
      }
      const at = [...path, field.name]
      if (field.type === 'group' || field.type === 'tab') {
        await add(field.flattenedFields, at)
        continue
      }
      for (const value of await valuesFor(scene, field, tenant)) {
        extras.push({ name: at.join('.'), body: nested(at, value) })
      }
    }
  }
  await add(collection?.flattenedFields ?? [], [])

  return extras
}
