import type { Payload } from 'payload'

import type { TransferReport } from '@/domain/catalog/transfer/report'

import { storage } from '@/adapters/storage'
import { asTenant } from '@/database/scope'
import { PART_BYTES } from '@/domain/catalog/transfer/job'
import { factories } from '@/test/factories'
import { call, requestOf } from '@/test/harness'
import { settleOnly } from '@/test/settleOnly'
import { fileOfLink } from '@/operations/catalog/transfer/view'
import { addPart, askExport, askImport, startImport, transfer } from '@endpoints/catalog/transfers'

type Person = { id: string }

/** An owner of the school, made for the occasion. */
export const ownerOf = (payload: Payload, tenant: string): Promise<Person> =>
  factories(payload).user({ roles: ['owner'], tenant })

/** Lets the worker do what there is of exports and imports, to the end. */
export const work = async (payload: Payload): Promise<void> => {
  while (await settleOnly(payload, 'moveOnTransferReached')) {
    // Each course sends the next.
  }
}

/** How a transfer stands, as whoever asked reads it. */
export const reportOf = async (tenant: string, id: string, user: Person): Promise<TransferReport> =>
  (await call(transfer, { params: { id }, tenant, user })).body as TransferReport

/** The bytes of the file behind a link of a report. */
export const fetched = async (
  tenant: string,
  { url }: TransferReport['files'][number],
): Promise<Buffer> => {
  const file = await asTenant(tenant, async () =>
    fileOfLink({ req: await requestOf(), tenant, token: url.split('/').at(-1) ?? '' }),
  )
  const stored = await storage().get({ key: file?.key ?? 'no/where' })
  const parts: Buffer[] = []
  for await (const part of stored?.stream ?? []) {
    parts.push(part as Buffer)
  }

  return Buffer.concat(parts)
}

/** Exports courses of a school as its owner does, to the end; answers the file. */
export const exporter = (payload: Payload, tenant: string) => async (courses: 'all' | string[]) => {
  const user = await ownerOf(payload, tenant)
  const { body } = await call(askExport, {
    data: { courses, key: crypto.randomUUID() },
    tenant,
    user,
  })
  await work(payload)
  const { files } = await reportOf(tenant, (body as TransferReport).id, user)
  const [file] = files
  if (!file || files.length > 1) {
    throw new Error(`The export made ${files.length} files: ${JSON.stringify(body)}`)
  }

  return fetched(tenant, file)
}

/** Announces a file and sends its parts; answers the id of the import. */
export const sentFile = async (tenant: string, user: Person, bytes: Buffer): Promise<string> => {
  const { body } = await call(askImport, {
    data: { name: 'courses.zip', key: crypto.randomUUID(), size: bytes.length },
    tenant,
    user,
  })
  const { id, parts } = body as { id: string; parts: number }
  for (let part = 0; part < parts; part += 1) {
    await call(addPart, {
      bytes: bytes.subarray(part * PART_BYTES, (part + 1) * PART_BYTES),
      params: { id, part: String(part) },
      tenant,
      user,
    })
  }

  return id
}

/** Imports a file into a school as its owner does, to the end; answers the report. */
export const importer =
  (payload: Payload, tenant: string) =>
  async (bytes: Buffer): Promise<TransferReport> => {
    const user = await ownerOf(payload, tenant)
    const id = await sentFile(tenant, user, bytes)
    await call(startImport, { params: { id }, tenant, user })
    await work(payload)

    return reportOf(tenant, id, user)
  }
