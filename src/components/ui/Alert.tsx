import { cva } from 'class-variance-authority'
import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'

import { cn } from './classes'

const style = cva('flex gap-3 rounded-card p-4 text-text', {
  variants: {
    tone: {
      danger: 'bg-danger-soft',
      info: 'bg-info-soft',
      success: 'bg-success-soft',
      warning: 'bg-warning-soft',
    },
  },
})

const ICONS = {
  danger: { colour: 'text-danger', Icon: CircleAlert },
  info: { colour: 'text-info', Icon: Info },
  success: { colour: 'text-success', Icon: CircleCheck },
  warning: { colour: 'text-warning', Icon: TriangleAlert },
} as const

/**
 * A message in the page. Danger and warning are announced at once, the others when there is a pause;
 * a quiet one, which stands in the page from the first, not at all.
 */
export const Alert = ({
  action,
  children,
  className,
  isQuiet = false,
  title,
  tone = 'info',
}: {
  action?: ReactNode
  children?: ReactNode
  className?: string
  isQuiet?: boolean
  title?: ReactNode
  tone?: keyof typeof ICONS
}) => {
  const { colour, Icon } = ICONS[tone]
  const urgent = tone === 'danger' || tone === 'warning'
  const role = isQuiet ? 'note' : urgent ? 'alert' : 'status'

  return (
    <div className={cn(style({ tone }), className)} role={role}>
      <Icon aria-hidden className={cn('mt-0.5 size-5 shrink-0', colour)} strokeWidth={1.5} />
      <div className="min-w-0 flex-1">
        {title && <p className="font-semibold">{title}</p>}
        {children && <div className="text-sm">{children}</div>}
        {action && <div className="mt-3">{action}</div>}
      </div>
    </div>
  )
}
