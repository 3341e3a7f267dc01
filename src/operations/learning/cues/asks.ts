import { sql } from '@payloadcms/db-postgres'

import { openCues, readCues } from '@/domain/catalog/lessons/cues'
import { DRAWN_FROM } from '@/operations/catalog/bank'

import { ASKS_INSIDE } from '../seenLessons'

/** What a learner was asked inside a film: its cues, the items that can be asked and under which names, and the answers by those. */
export type Asks = {
  answers: null | Record<string, { chosen: string[] }>
  cues: unknown
  items: { id: string; key: string }[]
}

/** Whether the pool `i.one` of a quiz finds a question in the bank. */
const FINDS = sql`exists (select 1 from bank_questions b
  cross join lateral (select nullif(i.one ->> 'course', '')::uuid as course, coalesce((i.one ->> 'matchAll')::boolean, false) as whole,
    coalesce(string_to_array(nullif(i.one ->> 'tags', ''), ', '), '{}') as tags) p
  where ${DRAWN_FROM})`

/**
 * `Asks` of the lesson `l` for the learner `w.learner`, as JSON; null where its film asks nothing. An answer to a question of the
 * bank is kept by the key of that question, and one to what a pool drew by the pool's id; what is not published cannot be asked, nor
 * what a pool does not find.
 */
export const ASKS = sql`case when ${ASKS_INSIDE} then json_build_object('cues', l.cues,
  'items', (select coalesce(json_agg(json_build_object('id', i.one ->> 'id', 'key', coalesce(b.key, i.one ->> 'id'))), '[]'::json)
    from quizzes q cross join jsonb_array_elements(coalesce(q.questions, '[]')) i (one)
    left join bank_questions b on b.id::text = i.one ->> 'question'
    where q.id = l.quiz_id and q._status = 'published'
      and case i.one ->> 'blockType' when 'pool' then ${FINDS} when 'bankQuestion' then b.id is not null else true end),
  'answers', (select a.answers from quiz_attempts a
    where a.learner_id = w.learner and a.lesson_id = l.id and a.quiz_id = l.quiz_id and a.in_film order by a.number desc limit 1)) end`

/** Whether one of the cues that may not be passed is still to be answered. */
export const isHeldUp = (asks: Asks | null): boolean => {
  if (!asks) {
    return false
  }
  const keys = new Map(asks.items.map(({ id, key }) => [id, key]))
  const cues = (readCues(asks.cues) ?? []).filter(({ id }) => keys.has(id))

  return openCues(cues, (id) => asks.answers?.[keys.get(id) ?? '']?.chosen).some(
    ({ isBlocking }) => isBlocking,
  )
}
