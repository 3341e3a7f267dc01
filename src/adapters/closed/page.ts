import { createTranslator } from 'next-intl'

import type { Face } from '@/database/hosts'
import type { Locale } from '@/domain/tenancy/locales'

import { directionOf } from '@/domain/tenancy/locales'
import { DEFAULT_BRAND, rememberedCss, type Brand } from '@/domain/tenancy/theme'
import { THEME_SCRIPT } from '@/domain/tenancy/theme/choice'
import en from '@/messages/closed/en.json' with { type: 'json' }
import he from '@/messages/closed/he.json' with { type: 'json' }
import ru from '@/messages/closed/ru.json' with { type: 'json' }

/** Why a page is not there: its school is being worked on, the database does not answer, the reader has no network, asks too often, or comes from a blocked address. */
export type Reason = 'away' | 'blocked' | 'maintenance' | 'offline' | 'tooMany'

type Closed = {
  /** Null where it is not known whose page it would have been. */
  face: Face | null
  locale: Locale
  /** The school's own words, in the place of ours. */
  notice?: null | string
  reason: Reason
}

const MESSAGES: Record<Locale, typeof en> = { en, he, ru }

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

const paragraphs = (text: string): string =>
  text
    .split(/\n\s*\n/)
    .map((one) => `<p dir="auto">${escaped(one.trim()).replaceAll('\n', '<br>')}</p>`)
    .join('')

const brandOf = (face: Face | null): Brand =>
  face
    ? {
        accent: face.accent,
        fontPair: face.fontPair,
        neutral: face.neutral,
        radius: Number(face.radius) as Brand['radius'],
      }
    : DEFAULT_BRAND

const STYLE = `*{box-sizing:border-box}
body{margin:0;min-height:100vh;min-height:100dvh;display:flex;background:var(--canvas);color:var(--text);font:1.125rem/1.6 var(--face)}
main{margin:auto;padding:3rem 1.5rem;width:100%;max-width:36rem}
.school{display:flex;align-items:center;gap:.75rem;margin:0 0 3rem;font-weight:600;overflow-wrap:anywhere}
.school img{width:2rem;height:2rem;border-radius:var(--radius-inner)}
h1{margin:0 0 1rem;font-family:var(--face-heading);font-weight:var(--heading-weight);font-size:clamp(1.75rem,5vw,2.25rem);line-height:1.15;text-wrap:balance}
p{margin:0 0 1rem;overflow-wrap:anywhere}
nav{display:flex;flex-wrap:wrap;align-items:center;gap:.5rem 1.5rem;margin-top:2rem}
a{display:inline-flex;align-items:center;min-height:2.75rem;color:var(--accent-text);text-underline-offset:.25em}
a.main{padding:.5rem 1.5rem;border-radius:var(--radius);background:var(--accent);color:var(--accent-contrast);font-weight:600;text-decoration:none}
a:focus-visible{outline:2px solid var(--focus);outline-offset:2px}`

/**
 * A whole page that says why another is not there: in the reader's language and the school's colours, and
 * of nothing that would have to be fetched but the school's sign. For a moment in which nothing else works.
 */
export const closedPage = ({ face, locale, notice, reason }: Closed): string => {
  const t = createTranslator({ locale, messages: MESSAGES[locale], namespace: 'closed' })
  const title = t(`${reason}.title`)
  const name = face?.name ?? ''
  const body = notice?.trim() ? notice : t(`${reason}.body`, { school: name })
  const links = [
    `<a class="main" href="">${escaped(t('again'))}</a>`,
    ...(face?.supportEmail && reason !== 'offline'
      ? [`<a href="mailto:${escaped(face.supportEmail)}">${escaped(t('write'))}</a>`]
      : []),
    ...(reason === 'maintenance'
      ? [`<a href="/sign-in?next=%2Fadmin">${escaped(t('signIn'))}</a>`]
      : []),
  ]
  const icon = reason === 'offline' ? 'data:,' : '/favicon.svg'
  const sign = reason === 'offline' ? '' : `<img alt="" height="32" src="${icon}" width="32">`

  return `<!doctype html>
<html dir="${directionOf(locale)}" lang="${locale}">
<head>
<meta charset="utf-8">
<meta content="width=device-width, initial-scale=1" name="viewport">
<meta content="noindex" name="robots">
<link href="${icon}" rel="icon">
<title>${escaped(name ? `${title} · ${name}` : title)}</title>
<style>${rememberedCss(brandOf(face))}
${STYLE}</style>
<script>${THEME_SCRIPT}</script>
</head>
<body>
<main>
${name ? `<p class="school">${sign}<bdi>${escaped(name)}</bdi></p>` : ''}
<h1>${escaped(title)}</h1>
${paragraphs(body)}
<nav>${links.join('')}</nav>
</main>
</body>
</html>
`
}
