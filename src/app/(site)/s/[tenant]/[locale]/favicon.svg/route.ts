import { paletteOf } from '@/domain/tenancy/theme/palette'
import { currentSchool } from '@/site'

export const dynamic = 'force-static'

export const generateStaticParams = () => []

type Props = { params: Promise<{ tenant: string }> }

const escape = (text: string): string => text.replace(/[<>&'"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

/**
 * GET /favicon.svg: the school's icon, its initial on its colour. By the name of icon.svg Next would take
 * it for a file of its own, and render it when building.
 */
export const GET = async (_: Request, { params }: Props): Promise<Response> => {
  const { name, brand } = await currentSchool((await params).tenant)
  const { light } = paletteOf(brand)
  const initial = escape([...name.trim()][0]?.toUpperCase() ?? '')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="${light.accent}"/><text x="16" y="22.5" font-family="system-ui,sans-serif" font-size="18" font-weight="700" text-anchor="middle" fill="${light['accent-contrast']}">${initial}</text></svg>`

  return new Response(svg, { headers: { 'Content-Type': 'image/svg+xml' } })
}
