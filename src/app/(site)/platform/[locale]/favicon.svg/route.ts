import { DEFAULT_BRAND } from '@/domain/tenancy/theme'
import { iconSvg } from '@/domain/tenancy/theme/icon'

export const dynamic = 'force-static'

export const generateStaticParams = () => []

/** GET /favicon.svg: the platform's icon. */
export const GET = (): Response =>
  new Response(iconSvg({ name: 'Lectern', accent: DEFAULT_BRAND.accent }), {
    headers: { 'Content-Type': 'image/svg+xml' },
  })
