import type { Mark } from '@/operations/tenancy/marks'
import type { School } from '@/operations/tenancy/school'

import { drawIcon, drawLogo } from '@/adapters/images/icon'
import { mediaKey } from '@/domain/media/keys'
import { imageAt } from './imageAt'

type Branded = Pick<School, 'brand' | 'icon' | 'id' | 'logo' | 'logoDark' | 'name'>

const ICONS: Readonly<Record<string, { isFull?: boolean; size: number }>> = {
  'apple-touch-icon.png': { isFull: true, size: 180 },
  'icon-64.png': { size: 64 },
  'icon-192.png': { size: 192 },
  'icon-512.png': { size: 512 },
  'maskable-512.png': { isFull: true, size: 512 },
}

const LOGOS: Readonly<Record<string, 'logo' | 'logoDark'>> = {
  'logo-dark.png': 'logoDark',
  'logo.png': 'logo',
}

/** Twice what a mail shows, for screens of a fine grain. */
const LOGO_HEIGHT = 128

const bytesOf = async (school: Branded, mark: Mark | null): Promise<Buffer | null> =>
  mark && imageAt(mediaKey({ id: mark.id, filename: mark.filename, tenant: school.id }))

/** A school's logo as PNG, for mails and paper; null without one. */
export const logoPng = async (
  school: Branded,
  which: 'logo' | 'logoDark' = 'logo',
): Promise<Buffer | null> => {
  const mark = await bytesOf(school, school[which])

  return mark && drawLogo({ height: LOGO_HEIGHT, mark })
}

/** A picture of a school's brand by the name of its file, as PNG; null for a name that stands for none. */
export const brandPicture = async (school: Branded, file: string): Promise<Buffer | null> => {
  const icon = Object.hasOwn(ICONS, file) ? ICONS[file] : undefined
  const logo = Object.hasOwn(LOGOS, file) ? LOGOS[file] : undefined
  if (icon) {
    return drawIcon({
      name: school.name,
      accent: school.brand.accent,
      mark: await bytesOf(school, school.icon),
      ...icon,
    })
  }

  return logo ? logoPng(school, logo) : null
}
