import { cva, type VariantProps } from 'class-variance-authority'

/** Looks of a button, shared by buttons and links that look like one. Every size is at least 44 px high to the finger. */
export const buttonStyle = cva(
  [
    'relative inline-flex items-center justify-center gap-2 rounded-control border text-center font-semibold',
    'transition-colors select-none no-underline disabled:opacity-55 aria-disabled:opacity-55 print:hidden',
  ],
  {
    defaultVariants: { size: 'medium', variant: 'primary' },
    variants: {
      size: {
        icon: 'size-target shrink-0 p-0',
        large: 'min-h-13 px-8 py-3 text-lg',
        medium: 'min-h-target px-6 py-2 text-base',
        small:
          "min-h-9 px-4 py-1 text-sm before:absolute before:inset-x-0 before:-inset-y-1 before:content-['']",
      },
      variant: {
        danger: 'border-danger bg-danger text-danger-contrast hover:opacity-90',
        primary:
          'border-accent-line bg-accent text-accent-contrast hover:bg-accent-hover active:bg-accent',
        quiet: 'border-transparent bg-transparent text-text hover:bg-sunken',
        secondary: 'border-line-strong bg-surface text-text hover:bg-sunken',
        soft: 'border-transparent bg-accent-soft text-accent-text hover:border-accent-line',
      },
      wide: { true: 'w-full' },
    },
  },
)

/** What may be chosen of a button's looks. */
export type ButtonStyle = VariantProps<typeof buttonStyle>
