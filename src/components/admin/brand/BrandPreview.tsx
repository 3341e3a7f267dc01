'use client'

import { useFormFields, useTranslation } from '@payloadcms/ui'

import type { Contrast } from '@/domain/tenancy/theme/report'

import { isLocale } from '@/domain/tenancy/locales'
import { brandReport } from '@/domain/tenancy/theme/report'
import { facesOf } from '@/domain/tenancy/theme/faces'

import { Samples } from './Samples'
import { useMark } from './useMark'
import { BRAND_WORDS } from './words'

const useBrandFields = () =>
  useFormFields(([fields]) => ({
    name: fields.name?.value,
    accent: fields['settings.accent']?.value,
    fontPair: fields['settings.fontPair']?.value,
    logo: fields['settings.logo']?.value,
    logoDark: fields['settings.logoDark']?.value,
    neutral: fields['settings.neutral']?.value,
    radius: fields['settings.radius']?.value,
  }))

/** The school in the brand that stands in the form, in light and dark, as it is being changed; and how legible it is. */
export const BrandPreview = () => {
  const { i18n } = useTranslation()
  const fields = useBrandFields()
  const logo = useMark(fields.logo)
  const logoDark = useMark(fields.logoDark)
  const language = isLocale(i18n.language) ? i18n.language : 'en'
  const words = BRAND_WORDS[language]
  const report = brandReport(fields.accent, fields.neutral)
  const shared = {
    name: typeof fields.name === 'string' ? fields.name : '',
    faces: facesOf(fields.fontPair, language),
    radius: Number(fields.radius ?? 0),
    words,
  }

  return (
    <section aria-label={words.title} className="lectern-brand">
      <h3>{words.title}</h3>
      <p className="field-description">{words.hint}</p>
      {report ? (
        <>
          <p aria-live="polite">
            {words.fill[report.fill]} {words.ink[report.ink]}
          </p>
          <div className="lectern-brand__modes">
            <figure>
              <figcaption>{words.light}</figcaption>
              <Samples
                {...shared}
                logo={logo}
                palette={report.palettes.light}
                paper={report.palettes.light}
              />
              <Contrasts pairs={report.light} words={words} />
            </figure>
            <figure>
              <figcaption>{words.dark}</figcaption>
              <Samples
                {...shared}
                logo={logoDark ?? logo}
                palette={report.palettes.dark}
                paper={report.palettes.light}
              />
              <Contrasts pairs={report.dark} words={words} />
            </figure>
          </div>
        </>
      ) : (
        <p role="status">{words.invalid}</p>
      )}
    </section>
  )
}

const Contrasts = ({
  pairs,
  words,
}: {
  pairs: readonly Contrast[]
  words: (typeof BRAND_WORDS)['en']
}) => (
  <ul aria-label={words.contrast} className="lectern-brand__contrasts">
    {pairs.map(({ name, needed, on, one, ratio }) => (
      <li key={name}>
        <i aria-hidden style={{ background: on, color: one }}>
          A
        </i>
        <span>{words.pair[name]}</span>
        <bdi>
          {ratio.toFixed(1)} : 1 ({'≥'} {needed})
        </bdi>
      </li>
    ))}
  </ul>
)
