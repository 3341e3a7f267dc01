import { THEME_SCRIPT } from '@/domain/tenancy/theme/choice'

/** Goes into `head`: sets the chosen theme before anything is painted. The root element needs `suppressHydrationWarning`. */
export const ThemeScript = () => <script dangerouslySetInnerHTML={{ __html: THEME_SCRIPT }} />
