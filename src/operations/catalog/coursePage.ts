import type { Course } from '@payload-types'
import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Picture } from '@/domain/media/pictures'

import { row } from '@/database/transaction'
import { pictureOf } from '@/domain/media/pictures'

import type { Level } from './courseCards'

/** A lesson as the outline of a course lists it for visitors; `duration` in seconds. */
export type ListedLesson = {
  duration: null | number
  id: string
  isPreview: boolean
  kind: 'quiz' | 'text' | 'video'
  title: string
}

export type ListedSection = { id: string; lessons: ListedLesson[]; title: string }

/** Everything the public page of a course says about it, but its price. */
export type CoursePage = {
  cover: null | Picture
  description: Course['description']
  id: string
  instructor: null | string
  level: Level
  outcomes: string[]
  sections: ListedSection[]
  slug: string
  summary: null | string
  title: string
}

type Outline = { instructor: null | string; sections: ListedSection[] }

/** The published course of a slug; null where the school shows none. */
export const coursePage = async ({
  slug,
  req,
}: {
  req: PayloadRequest
  slug: string
}): Promise<CoursePage | null> => {
  const { docs } = await req.payload.find({
    collection: 'courses',
    depth: 1,
    joins: false,
    limit: 1,
    overrideAccess: false,
    pagination: false,
    req,
    select: {
      slug: true,
      cover: true,
      description: true,
      level: true,
      outcomes: true,
      summary: true,
      title: true,
    },
    where: { slug: { equals: slug } },
  })
  const [course] = docs
  if (!course) {
    return null
  }
  const outline = await outlineOf(req, course.id)

  return {
    id: course.id,
    slug: course.slug,
    cover: pictureOf(course.cover),
    description: course.description,
    instructor: outline?.instructor ?? null,
    level: course.level,
    outcomes: (course.outcomes ?? '').split('\n').flatMap((line) => line.trim() || []),
    sections: outline?.sections ?? [],
    summary: course.summary ?? null,
    title: course.title,
  }
}

/** Sections and published lessons as the author dragged them, and who teaches; one statement. */
const outlineOf = (req: PayloadRequest, course: string): Promise<Outline | undefined> =>
  row<Outline>(
    req,
    sql`select u.name as instructor, (
          select coalesce(json_agg(json_build_object('id', s.id, 'title', s.title, 'lessons', s.lessons)
            order by s.place collate "C" nulls last, s.id), '[]'::json)
          from (
            select s.id, s.title, s._sections_sections_order as place,
              json_agg(json_build_object('id', l.id, 'title', l.title, 'kind', l.kind, 'duration', l.duration,
                'isPreview', coalesce(l.is_preview, false))
                order by l._lessons_lessons_order collate "C" nulls last, l.id) as lessons
            from sections s join lessons l on l.section_id = s.id
            where s.course_id = c.id and l._status = 'published' and l.deleted_at is null
            group by s.id) s) as sections
        from courses c left join users u on u.id = c.instructor_id
        where c.id = ${course}`,
  )
