import { iconSvg, pictureSvg } from '@/domain/tenancy/theme/icon'
import { brandPicture } from '@/operations/media/brandPictures'
import { currentSchool } from '@/site'

export const dynamic = 'force-static'

export const generateStaticParams = () => []

type Props = { params: Promise<{ tenant: string }> }

/**
 * GET /favicon.svg: the school's own icon, or its initial on its colour. By the name of icon.svg Next would take
 * it for a file of its own, and render it when building.
 */
export const GET = async (_: Request, { params }: Props): Promise<Response> => {
  const school = await currentSchool((await params).tenant)
  const { name, brand, icon } = school
  const own = icon && (await brandPicture(school, 'icon-64.png'))

  return new Response(
    own ? pictureSvg(own.toString('base64')) : iconSvg({ name, accent: brand.accent }),
    {
      headers: { 'Content-Type': 'image/svg+xml' },
    },
  )
}
