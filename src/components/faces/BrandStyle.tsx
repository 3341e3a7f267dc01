import { preload } from 'react-dom'

import type { Locale } from '@/domain/tenancy/locales'

import { rememberedCss, type Brand } from '@/domain/tenancy/theme'

import { faceCss, firstFile } from './sheet'

type Props = { brand: Brand; locale: Locale }

/** Goes into `head`: the tokens of a brand and the faces of its pair, the first of which is asked for at once. */
export const BrandStyle = ({ brand, locale }: Props) => {
  const first = firstFile(brand.fontPair, locale)
  if (first) {
    preload(first, { type: 'font/woff2', as: 'font', crossOrigin: 'anonymous' })
  }

  return (
    <style
      dangerouslySetInnerHTML={{ __html: `${faceCss([brand.fontPair])}\n${rememberedCss(brand)}` }}
    />
  )
}
