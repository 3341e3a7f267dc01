'use client'

import { useTranslations } from 'next-intl'

import { Dialog } from '@/components/ui/Dialog'
import { Heading } from '@/components/ui/Heading'

import { KEY_MAP } from './lessonKeys'

/** Every key of the lesson's page and of its player. */
export const KeyMap = ({
  onOpenChange,
  open,
}: {
  onOpenChange: (open: boolean) => void
  open: boolean
}) => {
  const t = useTranslations('learn.keys')

  return (
    <Dialog onOpenChange={onOpenChange} open={open} title={t('title')}>
      <div className="flex flex-col gap-6">
        {(['lesson', 'video'] as const).map((group) => (
          <section className="flex flex-col gap-2" key={group}>
            <Heading level={3} size="label">
              {t(`groups.${group}`)}
            </Heading>
            <dl className="divide-y divide-line border-y border-line">
              {KEY_MAP[group].map(({ does, keys }) => (
                <div className="flex items-center justify-between gap-4 py-2" key={does}>
                  <dt>{t(`does.${does}`)}</dt>
                  <dd className="flex shrink-0 gap-1" dir="ltr">
                    {keys.map((key) => (
                      <kbd
                        className="min-w-8 rounded-control border border-line-strong bg-sunken px-2 py-0.5 text-center font-sans text-sm"
                        key={key}
                      >
                        {key}
                      </kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
