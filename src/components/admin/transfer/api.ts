import type { TransferReport, TransferSummary } from '@/domain/catalog/transfer/report'

/** An answer of the API; `status` 0 where there was none. */
export type Said<T> = { code: string; ok: false; status: number } | { ok: true; value: T }

const ask = async <T>(path: string, options?: RequestInit): Promise<Said<T>> => {
  try {
    const answer = await fetch(`/api/transfers${path}`, options)
    const said = (await answer.json()) as T & { code?: string }

    return answer.ok
      ? { ok: true, value: said }
      : { code: said.code ?? '', ok: false, status: answer.status }
  } catch {
    return { code: '', ok: false, status: 0 }
  }
}

const post = (body: object): RequestInit => ({
  body: JSON.stringify(body),
  headers: { 'Content-Type': 'application/json' },
  method: 'POST',
})

export const readTransfers = () => ask<{ transfers: TransferSummary[] }>('')

export const readTransfer = (id: string) => ask<TransferReport>(`/${id}`)

export const exportCourses = (courses: 'all' | string[], key: string) =>
  ask<TransferReport>('/exports', post({ courses, key }))

type Upload = { id: string; partBytes: number; parts: number }

/** How often one part is sent before the upload is given up, and the wait between, in ms. */
const TRIES = 4
const WAIT = 1500

const sendPart = async (
  { id }: Upload,
  { body, part, signal }: { body: Blob; part: number; signal: AbortSignal },
): Promise<boolean> => {
  for (let turn = 0; turn < TRIES && !signal.aborted; turn += 1) {
    const said = await ask(`/imports/${id}/parts/${part}`, { body, method: 'POST', signal })
    if (said.ok) {
      return true
    }
    if (said.status > 0 && said.status < 500) {
      return false
    }
    await new Promise((done) => setTimeout(done, WAIT * (turn + 1)))
  }

  return false
}

/** Sends a file part by part and lets its courses be imported; `onShare` hears how far it is, from 0 to 1. */
export const importFile = async (
  file: File,
  { onShare, signal }: { onShare: (share: number) => void; signal: AbortSignal },
): Promise<Said<TransferReport>> => {
  const begun = await ask<Upload>(
    '/imports',
    post({ name: file.name, key: crypto.randomUUID(), size: file.size }),
  )
  if (!begun.ok) {
    return begun
  }
  const { id, partBytes, parts } = begun.value
  for (let part = 0; part < parts; part += 1) {
    const body = file.slice(part * partBytes, (part + 1) * partBytes)
    if (!(await sendPart(begun.value, { body, part, signal }))) {
      return { code: '', ok: false, status: 0 }
    }
    onShare((part + 1) / parts)
  }

  return ask<TransferReport>(`/imports/${id}/start`, post({}))
}

/** Ids of the courses that a selection of the list stands for. */
export const readSelected = async (query: string): Promise<null | string[]> => {
  try {
    const rest = 'depth=0&draft=true&joins=false&limit=500&select[title]=true'
    const answer = await fetch(`/api/courses${query}${query ? '&' : '?'}${rest}`)

    return answer.ok
      ? ((await answer.json()) as { docs: { id: string }[] }).docs.map(({ id }) => id)
      : null
  } catch {
    return null
  }
}
