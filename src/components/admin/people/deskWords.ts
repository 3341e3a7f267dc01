import type { Locale } from '@/domain/tenancy/locales'

import type { DeskWords } from './desk/words'

import { en } from './desk/en'
import { he } from './desk/he'
import { ru } from './desk/ru'

export type { DeskWords } from './desk/words'

export const DESK_WORDS: Record<Locale, DeskWords> = { en, he, ru }
