import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Submission, Work, WorkFile } from '@/domain/learning/assignments/work'

import { rows } from '@/database/transaction'

import { assignedTo } from './assigned'
import { workLink } from './links'

type ReadFile = Omit<WorkFile, 'url'>

/** The files that the submission `s` holds, in their order, as JSON. */
const FILES_OF = sql`(select coalesce(json_agg(json_build_object('id', f.id, 'filename', f.filename, 'mimeType', f.mime_type,
    'size', f.filesize) order by x.place), '[]'::json)
  from jsonb_array_elements_text(s.files) with ordinality x (id, place) join submission_files f on f.id::text = x.id and f.is_stored)`

/** Columns of the submission `s`, as `Submission` names them. */
const SUBMISSION = sql`s.id, s.number::int as number, s.state, coalesce(s.text, '') as text, s.late_days::int as "lateDays",
  to_json(s.due_at) #>> '{}' as "dueAt", to_json(s.submitted_at) #>> '{}' as "submittedAt", ${FILES_OF} as files`

/** Files with an address for whoever is shown them. */
const openedFor =
  ({ account, now, tenant }: { account: string; now: Date; tenant: string }) =>
  (file: ReadFile): WorkFile => ({
    ...file,
    url: workLink({ account, file: file.id, now, tenant }),
  })

/**
 * A learner's work in an assignment, by the server's clock. Null where there is no such lesson, or it is none;
 * throws lessonLocked, lessonNotYet and accessEnded.
 */
export const readWork = async ({
  learner,
  lesson,
  now = new Date(),
  req,
  tenant,
}: {
  learner: string
  lesson: string
  now?: Date
  req: PayloadRequest
  tenant: string
}): Promise<null | Work> => {
  const assigned = await assignedTo({ learner, lesson, now, req })
  if (!assigned) {
    return null
  }
  const { assignment, closed, due, next, zone } = assigned
  const found = await rows<Submission & { files: ReadFile[] }>(
    req,
    sql`select ${SUBMISSION} from submissions s
        where s.learner_id = ${learner} and s.lesson_id = ${lesson} order by s.number`,
  )
  const opened = openedFor({ account: learner, now, tenant })
  const shown = found.map(({ files, ...one }) => ({ ...one, files: files.map(opened) }))
  const last = shown.at(-1) ?? { files: [], text: '' }

  return {
    assignment,
    closed,
    draft: closed ? null : { files: last.files, text: last.text },
    due: due?.toISOString() ?? null,
    next,
    now: now.getTime(),
    submissions: shown.filter(({ state }) => state !== 'draft'),
    zone,
  }
}
