import { DENSITY_KEY, THEME_KEY } from '@/domain/tenancy/theme/choice'

import { keptChoice } from './keptChoice'

/** Light, dark, or as the reader's system has it. */
export const theme = keptChoice(THEME_KEY, ['system', 'light', 'dark'])

/** How close things stand. */
export const density = keptChoice(DENSITY_KEY, ['comfortable', 'compact'])
