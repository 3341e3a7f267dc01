import { iconSvg } from '@/domain/tenancy/theme/icon'
import { currentSchool } from '@/site'

export const dynamic = 'force-static'

export const generateStaticParams = () => []

type Props = { params: Promise<{ tenant: string }> }

/**
 * GET /favicon.svg: the school's icon, its initial on its colour. By the name of icon.svg Next would take
 * it for a file of its own, and render it when building.
 */
export const GET = async (_: Request, { params }: Props): Promise<Response> => {
  const { name, brand } = await currentSchool((await params).tenant)
  const headers = { 'Content-Type': 'image/svg+xml' }

  return new Response(iconSvg({ name, accent: brand.accent }), { headers })
}
