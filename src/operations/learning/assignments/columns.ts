import { sql } from '@payloadcms/db-postgres'

/** The file `f` as JSON; its address is made for whoever is shown it. */
const FILE = sql`json_build_object('id', f.id, 'filename', f.filename, 'mimeType', f.mime_type, 'size', f.filesize)`

/** The files that the submission `s` holds, in their order, as JSON. */
const FILES = sql`(select coalesce(json_agg(${FILE} order by x.place), '[]'::json)
  from jsonb_array_elements_text(s.files) with ordinality x (id, place) join submission_files f on f.id::text = x.id and f.is_stored)`

/** Columns of the submission `s`, as `Submission` names them. */
export const SUBMISSION = sql`s.id, s.number::int as number, s.state, coalesce(s.text, '') as text, s.late_days::int as "lateDays",
  to_json(s.due_at) #>> '{}' as "dueAt", to_json(s.submitted_at) #>> '{}' as "submittedAt", ${FILES} as files`

/** The talk about the submission `s`, with the names of those who took part. */
const THREAD = sql`(select coalesce(json_agg(json_build_object('id', x.one ->> 'id', 'at', x.one ->> 'at', 'text', x.one ->> 'text',
    'isGrader', x.one ->> 'by' <> s.learner_id::text, 'name', a.name, 'file', case when f.id is not null then ${FILE} end) order by x.place), '[]'::json)
  from jsonb_array_elements(s.thread) with ordinality x (one, place) left join users a on a.id::text = x.one ->> 'by'
    left join submission_files f on f.id::text = x.one ->> 'file' and f.is_stored)`

/** What was said of the submission `s`, as `Feedback` in JSON. */
export const FEEDBACK = sql`json_build_object('comment', coalesce(s.comment, ''), 'gradedAt', to_json(s.graded_at) #>> '{}',
  'levels', s.levels, 'remarks', s.remarks, 'points', s.points, 'score', s.score, 'percent', s.percent,
  'passed', s.passed, 'thread', ${THREAD})`

/** What was decided of the submission `s`, as `Decision[]` in JSON. */
export const DECISIONS = sql`(select coalesce(json_agg(json_build_object('at', x.one ->> 'at', 'state', x.one ->> 'state',
    'score', x.one -> 'score', 'name', a.name) order by x.place), '[]'::json)
  from jsonb_array_elements(s.decisions) with ordinality x (one, place) left join users a on a.id::text = x.one ->> 'by')`
