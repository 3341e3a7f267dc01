import type { CSSProperties } from 'react'

import type { facesOf } from '@/domain/tenancy/theme/faces'
import type { Palette } from '@/domain/tenancy/theme/palette'

import type { BRAND_WORDS } from './words'

type Props = {
  faces: ReturnType<typeof facesOf>
  logo: null | string
  name: string
  palette: Palette
  /** The light palette, of which paper always is. */
  paper: Palette
  radius: number
  words: (typeof BRAND_WORDS)['en']
}

const coloured = (palette: Palette): CSSProperties =>
  Object.fromEntries(Object.entries(palette).map(([role, colour]) => [`--${role}`, colour]))

const variables = ({ faces, palette, radius }: Props): CSSProperties =>
  Object.fromEntries([
    ...Object.entries(coloured(palette)),
    ['--radius', `${radius}px`],
    ['--radius-inner', `${radius / 2}px`],
    ['--face-heading', faces.heading],
    ['--heading-weight', String(faces.weight)],
    ['fontFamily', faces.text],
  ])

/** A school in small: the head and promise of its home page, a course, its buttons, the checkout, a mail and a certificate. */
export const Samples = (props: Props) => {
  const { name, logo, words } = props
  // The preview shows a file of the school as it is; Next would ask for sizes of it.
  // eslint-disable-next-line @next/next/no-img-element
  const mark = logo ? <img alt={name} src={logo} /> : <Initial name={name} />

  return (
    <div className="lectern-sample" style={variables(props)}>
      <div className="lectern-sample__head">{mark}</div>
      <div className="lectern-sample__hero">
        <strong>{words.promise}</strong>
        <div className="lectern-sample__buttons">
          <span className="lectern-sample__button">{words.button}</span>
          <span className="lectern-sample__button" data-hover>
            {words.buttonHover}
          </span>
          <span className="lectern-sample__button" data-second>
            {words.buttonSecond}
          </span>
        </div>
      </div>
      <div className="lectern-sample__grid">
        <div className="lectern-sample__card">
          <i />
          <b>{words.course}</b>
          <span>{words.facts}</span>
          <em>{words.link}</em>
        </div>
        <div className="lectern-sample__card">
          <p>
            <span>{words.course}</span>
            <span>49.00</span>
          </p>
          <p>
            <b>{words.total}</b>
            <b>49.00</b>
          </p>
          <span className="lectern-sample__button">{words.checkout}</span>
        </div>
        <div className="lectern-sample__card">
          {mark}
          <b>{words.mail}</b>
          <span>{words.hello}</span>
          <span className="lectern-sample__button">{words.button}</span>
        </div>
        <div className="lectern-sample__card" data-paper style={coloured(props.paper)}>
          {mark}
          <em>{words.certificate}</em>
          <b>{words.learner}</b>
          <span>{words.completed}</span>
          <b>{words.course}</b>
        </div>
      </div>
    </div>
  )
}

const Initial = ({ name }: { name: string }) => (
  <span className="lectern-sample__mark">
    <i>{[...name.trim()][0]?.toUpperCase()}</i>
    {name}
  </span>
)
