import { headers } from 'next/headers'

import type { Brand } from '@/domain/tenancy/theme'

import { faceCss } from '@/components/faces/sheet'
import { tenantOfHost } from '@/database/hosts'
import { DEFAULT_BRAND, rememberedCss } from '@/domain/tenancy/theme'
import { FONT_PAIRS } from '@/domain/tenancy/theme/faces'
import { currentSchool } from '@/site'

const brandOfHost = async (): Promise<Brand> => {
  const tenant = await tenantOfHost((await headers()).get('host') ?? '')

  return tenant?.kind === 'school' ? (await currentSchool(tenant.id)).brand : DEFAULT_BRAND
}

/** The tokens of the school whose admin this is, and the faces of every pair, since the preview of a brand shows any; `admin.css` gives Payload's own parts their colours by them. */
export const AdminBrand = async () => (
  <style
    dangerouslySetInnerHTML={{
      __html: `${faceCss(FONT_PAIRS)}\n${rememberedCss(await brandOfHost())}`,
    }}
  />
)
