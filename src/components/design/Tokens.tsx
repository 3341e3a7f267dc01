import { useTranslations } from 'next-intl'

import { Heading } from '@/components/ui/Heading'
import { Text } from '@/components/ui/Text'

import { Specimen } from './Specimen'

const GROUNDS = ['bg-canvas', 'bg-surface', 'bg-raised', 'bg-sunken', 'bg-accent-soft'] as const
const FILLS = {
  accent: 'bg-accent text-accent-contrast',
  danger: 'bg-danger text-danger-contrast',
  info: 'bg-info text-info-contrast',
  success: 'bg-success text-success-contrast',
  warning: 'bg-warning text-warning-contrast',
}

/** The colours of the interface by their roles, each with text on it. */
export const Colours = () => {
  const t = useTranslations('design')

  return (
    <Specimen title={t('colour')}>
      <ul className="grid grid-cols-2 gap-3 md:grid-cols-5">
        {GROUNDS.map((ground) => (
          <li className={`rounded-card border border-line p-4 ${ground}`} key={ground}>
            <Text size="small">{ground.slice(3)}</Text>
            <Text size="small" tone="muted">
              {ground.slice(3)}
            </Text>
            <Text size="small" tone="accent">
              {ground.slice(3)}
            </Text>
          </li>
        ))}
        {Object.entries(FILLS).map(([role, fill]) => (
          <li className={`rounded-card p-4 text-sm ${fill}`} key={role}>
            {role}
          </li>
        ))}
      </ul>
    </Specimen>
  )
}

/** The sizes of headings and of text. */
export const Typography = () => {
  const t = useTranslations('design')

  return (
    <Specimen title={t('type')}>
      {(['display', 'title', 'heading', 'small'] as const).map((size) => (
        <Heading key={size} level={3} size={size}>
          {t('sample')}
        </Heading>
      ))}
      {(['lead', 'large', 'base', 'small', 'tiny'] as const).map((size) => (
        <Text key={size} size={size}>
          {t('paragraph')}
        </Text>
      ))}
    </Specimen>
  )
}
