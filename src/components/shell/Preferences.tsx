import { cn } from '@/components/ui/classes'
import { LocaleSwitch } from '@/components/ui/LocaleSwitch'
import { ThemeToggle } from '@/components/ui/ThemeToggle'

/** Language and theme: in the header where there is room, in the footer on phones. */
export const Preferences = ({ className }: { className?: string }) => (
  <div className={cn('items-center gap-1', className)}>
    <LocaleSwitch />
    <ThemeToggle />
  </div>
)
