import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { School } from '@/operations/tenancy/school'

import { drawCard } from '@/adapters/cards/card'
import { row } from '@/database/transaction'
import { mediaKey } from '@/domain/media/keys'
import { imageAt } from '@/operations/media/imageAt'
import { languageOf } from '@/operations/translation/reading'
import { textIn } from '@/operations/translation/textIn'

type Owner = Pick<School, 'brand' | 'id' | 'name'>

/** The card of a school itself: its name and what it says of itself. */
export const schoolCard = ({ name, brand, tagline }: Owner & Pick<School, 'tagline'>) =>
  drawCard({ ...brand, label: tagline ?? '', title: name })

/** The card of a published course, with its cover where that is public; null where the school shows no such course. */
export const courseCard = async ({
  slug,
  req,
  school,
}: {
  req: PayloadRequest
  school: Owner
  slug: string
}): Promise<Buffer | null> => {
  const shown = textIn(await languageOf(req), 'courses', {
    field: 'title',
    of: sql`c.id`,
    own: sql`c.title`,
  })
  const course = await row<{ filename: null | string; media: null | string; title: string }>(
    req,
    sql`select ${shown} as title, m.id as media, coalesce(m.sizes_medium_filename, m.filename) as filename
        from courses c left join media m on m.id = c.cover_id and m.is_public
        where c.slug = ${slug} and c._status = 'published' and c.deleted_at is null`,
  )
  if (!course) {
    return null
  }
  const { filename, media, title } = course
  const key = media && filename && mediaKey({ id: media, filename, tenant: school.id })

  return drawCard({
    ...school.brand,
    cover: key ? await imageAt(key) : null,
    label: school.name,
    title,
  })
}

/** The card of a certificate: what was learned, and by whom. */
export const certificateCard = ({
  certificate: { course, learner },
  school,
}: {
  certificate: { course: string; learner: string }
  school: Owner
}) => drawCard({ ...school.brand, label: `${learner} · ${school.name}`, title: course })
