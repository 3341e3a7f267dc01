import { paletteOf } from './palette'

const escaped = (text: string): string =>
  text.replace(/[<>&'"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** The icon of a site as SVG: the first letter of its name on its accent (`#rrggbb`; RangeError otherwise). */
export const iconSvg = ({ name, accent }: { accent: string; name: string }): string => {
  const { light } = paletteOf({ accent })
  const initial = escaped([...name.trim()][0]?.toUpperCase() ?? '')

  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="${light.accent}"/><text x="16" y="22.5" font-family="system-ui,sans-serif" font-size="18" font-weight="700" text-anchor="middle" fill="${light['accent-contrast']}">${initial}</text></svg>`
}

/** The icon of a site that has a picture of its own: a square PNG, in base 64. */
export const pictureSvg = (png: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><image href="data:image/png;base64,${png}" width="32" height="32"/></svg>`
