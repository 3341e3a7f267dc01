import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { SocialLink } from '@/domain/tenancy/profile'
import type { ImageFile, Picture } from '@/domain/media/pictures'

import { row } from '@/database/transaction'
import { shownRating } from '@/domain/learning/reviews'
import { pictureOf } from '@/domain/media/pictures'
import { socialLinks } from '@/domain/tenancy/profile'
import { pictureColumn } from '@/operations/media/pictureColumns'
import { languageOf } from '@/operations/translation/reading'
import { textIn } from '@/operations/translation/textIn'

import type { ListedCourse } from './listedCourses'

import { listedCourses } from './listedCourses'

type Person = { headline: null | string; name: string; photo: null | Picture; slug: string }

/** What a school tells of itself, with what it has published. */
export type SchoolProfile = {
  accreditation: string[]
  address: null | string
  courseCount: number
  /** The newest ones. */
  courses: ListedCourse[]
  instructors: Person[]
  phone: null | string
  /** Stars of all courses together, to one decimal place; null where nobody gave any. */
  rating: null | { average: number; count: number }
  socials: SocialLink[]
  story: null | string
}

type Read = Pick<SchoolProfile, 'address' | 'courseCount' | 'phone' | 'story'> & {
  accreditation: null | string
  average: null | number
  count: number
  instructors: (Omit<Person, 'photo'> & { photo: ImageFile | null })[]
  socials: null | string
}

/** Courses that the page shows; all of them are in the catalog. */
const SHOWN = 6

/** The profile of the school in whose scope it is asked for. Four statements. */
export const schoolProfile = async ({
  req,
  tenant,
}: {
  req: PayloadRequest
  tenant: string
}): Promise<null | SchoolProfile> => {
  const language = await languageOf(req)
  const text = (field: 'headline' | 'name') =>
    textIn(language, 'instructors', { field, of: sql`i.id`, own: sql`i.${sql.identifier(field)}` })
  const told = (field: 'accreditation' | 'address' | 'story') =>
    textIn(language, 'tenants', {
      field: `settings.profile.${field}`,
      of: sql`t.id`,
      own: sql`t.${sql.identifier(`settings_profile_${field}`)}`,
    })
  const found = await row<Read>(
    req,
    sql`select nullif(trim(${told('story')}), '') as story, nullif(trim(t.settings_profile_phone), '') as phone,
          nullif(trim(${told('address')}), '') as address,
          ${told('accreditation')} as accreditation, t.settings_profile_socials as socials,
          (select count(*)::int from courses c where c._status = 'published' and c.deleted_at is null) as "courseCount",
          (select coalesce(json_agg(json_build_object('name', ${text('name')}, 'slug', i.slug, 'headline', ${text('headline')},
            'photo', ${pictureColumn(language)}) order by i.created_at, i.id), '[]'::json)
            from instructors i left join media m on m.id = i.photo_id where i.is_published) as instructors,
          s.average, s.count
        from tenants t
        left join lateral (select avg(r.stars)::float8 as average, count(*)::int as count
          from reviews r join courses c on c.id = r.course_id
          where r.status = 'published' and c._status = 'published' and c.deleted_at is null) s on true
        where t.id::text = ${tenant}`,
  )
  if (!found) {
    return null
  }
  const { accreditation, average, count, instructors, socials, ...rest } = found

  return {
    ...rest,
    accreditation: (accreditation ?? '').split('\n').flatMap((line) => line.trim() || []),
    courses: await listedCourses({ limit: SHOWN, req }),
    instructors: instructors.map((one) => ({ ...one, photo: pictureOf(one.photo) })),
    rating: average === null ? null : { average: shownRating(average), count },
    socials: socialLinks(socials),
  }
}
