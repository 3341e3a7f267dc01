import type { PayloadRequest } from 'payload'

import type { Feedback, Reply } from '@/domain/learning/assignments/review'
import type { WorkFile } from '@/domain/learning/assignments/workFile'

import { sql } from '@payloadcms/db-postgres'

import { row } from '@/database/transaction'

import { signedParts, signParts } from '@/operations/identity/signedParts'

/** How long a link to somebody's work opens it, in ms: as long as one may sit over it. */
const OPEN_FOR = 12 * 3_600_000

const purposeOf = (tenant: string): string => `work:${tenant}`

/** Whom a link to a file was made for, and until when, in ms. */
type WorkLink = { account: string; file: string; until: number }

/** An address of a file of somebody's work, for one account and half a day. */
const workLink = ({
  account,
  file,
  now,
  tenant,
}: {
  account: string
  file: string
  now: Date
  tenant: string
}): string =>
  `/api/assignments/files/${signParts([account, file, String(now.getTime() + OPEN_FOR)], purposeOf(tenant))}`

/** A file as it is kept; its address is made for whoever is shown it. */
export type ReadFile = Omit<WorkFile, 'url'>

/** Files with an address for whoever is shown them. */
export const openedFor =
  ({ account, now, tenant }: { account: string; now: Date; tenant: string }) =>
  (file: ReadFile): WorkFile => ({
    ...file,
    url: workLink({ account, file: file.id, now, tenant }),
  })

/** What was said of work as it is kept: its recordings have no address yet. */
export type ReadFeedback = Omit<Feedback, 'thread'> & {
  thread: (Omit<Reply, 'file'> & { file: null | ReadFile })[]
}

/** What was said of work, with an address of each recording for whoever is shown it. */
export const feedbackFor =
  (asked: { account: string; now: Date; tenant: string }) =>
  (feedback: ReadFeedback): Feedback => ({
    ...feedback,
    thread: feedback.thread.map((word) => ({
      ...word,
      file: word.file && openedFor(asked)(word.file),
    })),
  })

/** What a token was signed for in this school; null where it was not, or its time is over. */
export const workAsked = ({
  now = new Date(),
  tenant,
  token,
}: {
  now?: Date
  tenant: string
  token: string
}): null | WorkLink => {
  const parts = signedParts({ count: 3, purpose: purposeOf(tenant), token })
  const [account = '', file = '', until] = parts ?? []

  return Number(until) > now.getTime() ? { account, file, until: Number(until) } : null
}

/** A file of somebody's work, where whoever asks is its learner or a grader; null for everybody else. */
export const workFileFor = async ({
  account,
  file,
  isGrader,
  req,
}: {
  account: string
  file: string
  isGrader: boolean
  req: PayloadRequest
}): Promise<null | { filename: string; id: string }> =>
  (await row<{ filename: string; id: string }>(
    req,
    sql`select id, filename from submission_files
        where id = ${file} and is_stored and (${isGrader} or learner_id = ${account})`,
  )) ?? null
