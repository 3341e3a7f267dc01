import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionConfig,
  FlattenedField,
  PayloadRequest,
} from 'payload'

import type { Kind, Part } from '@/domain/events/auditChanges'

import { changesOf, isSecretName } from '@/domain/events/auditChanges'
import { isAuditedCollection, PEOPLE, SEALED } from '@/domain/identity/permissions/audited'
import { audited } from '@/operations/events/audit'

import { worksHere } from '../access'

type Row = Record<string, unknown>

/** What moves with every change and says nothing of it. */
const STAMPS = ['createdAt', 'id', 'updatedAt']

/** Fields in which people write, rather than choose. */
const WRITTEN = ['array', 'blocks', 'code', 'email', 'json', 'richText', 'text', 'textarea']

const idOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'id' in value ? value.id : value

const idsIn = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map((one) => idsIn(one))
    : typeof value === 'object' && value !== null && 'relationTo' in value && 'value' in value
      ? { relationTo: value.relationTo, value: idOf(value.value) }
      : idOf(value)

const kindOf = (slug: string, name: string, type: string): Kind => {
  const isWritten = WRITTEN.includes(type)
  if (isSecretName(name) || (SEALED.includes(slug) && isWritten)) {
    return 'secret'
  }

  return PEOPLE.includes(slug) && isWritten ? 'personal' : 'open'
}

/** A row by its fields: groups and tabs opened, other rows by their ids. */
const partsOf = (slug: string, fields: readonly FlattenedField[], row: Row, at = ''): Part[] =>
  fields.flatMap((field): Part[] => {
    const value = row[field.name]
    if (
      field.type === 'join' ||
      ('virtual' in field && field.virtual) ||
      (at === '' && STAMPS.includes(field.name))
    ) {
      return []
    }
    const path = `${at}${field.name}`
    if (field.type === 'group' || field.type === 'tab') {
      return partsOf(slug, field.flattenedFields, (value ?? {}) as Row, `${path}.`)
    }
    const isReference = field.type === 'relationship' || field.type === 'upload'

    return [
      {
        kind: kindOf(slug, field.name, field.type),
        path,
        value: isReference ? idsIn(value) : value,
      },
    ]
  })

/** By which field a row names whom it is about. */
const PERSONS = ['learner', 'buyer', 'author', 'person', 'account']

const subjectOf = (slug: string, row: Row): null | string => {
  const named = slug === 'users' ? row.id : PERSONS.map((name) => idOf(row[name])).find(Boolean)

  return typeof named === 'string' ? named : null
}

const tenantOf = (slug: string, row: Row, req: PayloadRequest): null | string => {
  const tenant = slug === 'tenants' ? row.id : idOf(row.tenant)
  const own = (req.user as null | { tenant?: unknown })?.tenant

  return typeof tenant === 'string' ? tenant : typeof own === 'string' ? own : null
}

/** A draft that saves itself while it is written: nobody is shown anything else by it. Elsewhere than over REST the query decides nothing. */
const isAutosaved = ({ payloadAPI, query }: PayloadRequest, { _status }: Row): boolean =>
  payloadAPI === 'REST' &&
  query.autosave === 'true' &&
  query.draft === 'true' &&
  _status === 'draft'

const write = async ({
  after,
  before,
  collection: { slug, flattenedFields },
  operation,
  req,
}: {
  after: Row
  before: Row
  collection: { flattenedFields: FlattenedField[]; slug: string }
  operation: string
  req: PayloadRequest
}): Promise<void> => {
  const row = Object.keys(after).length > 0 ? after : before
  const tenant = tenantOf(slug, row, req)
  if (!tenant || !worksHere(req)) {
    return
  }
  const told = changesOf(
    partsOf(slug, flattenedFields, before),
    partsOf(slug, flattenedFields, after),
  )
  await audited(req, {
    ...told,
    collection: slug,
    document: String(row.id),
    operation,
    subject: subjectOf(slug, row),
    tenant,
  })
}

const changed: CollectionAfterChangeHook = async ({
  collection,
  doc,
  operation,
  previousDoc,
  req,
}) => {
  if (operation === 'update' && isAutosaved(req, doc as Row)) {
    return
  }
  const before = operation === 'create' ? {} : ((previousDoc ?? {}) as Row)
  await write({ after: doc as Row, before, collection, operation, req })
}

const deleted: CollectionAfterDeleteHook = async ({ collection, doc, req }) => {
  await write({ after: {}, before: doc as Row, collection, operation: 'delete', req })
}

/** Has every change of a row by staff stand in the audit log, in the transaction of the change. */
export const auditedHooks = (
  slug: string,
  hooks: CollectionConfig['hooks'],
): CollectionConfig['hooks'] =>
  isAuditedCollection(slug)
    ? {
        ...hooks,
        afterChange: [...(hooks?.afterChange ?? []), changed],
        afterDelete: [...(hooks?.afterDelete ?? []), deleted],
      }
    : hooks
