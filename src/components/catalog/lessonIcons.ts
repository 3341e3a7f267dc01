import {
  AppWindow,
  Blocks,
  CircleHelp,
  ClipboardList,
  FileDown,
  FileText,
  Headphones,
  type LucideIcon,
  NotebookText,
  PencilLine,
  PlayCircle,
  Presentation,
  Radio,
} from 'lucide-react'

import type { LessonKind } from '@/domain/catalog/lessons/kinds'

/** The sign of each kind of lesson, wherever lessons are listed. */
export const LESSON_ICONS: Readonly<Record<LessonKind, LucideIcon>> = {
  assignment: PencilLine,
  audio: Headphones,
  download: FileDown,
  embed: AppWindow,
  live: Radio,
  pdf: NotebookText,
  quiz: CircleHelp,
  scorm: Blocks,
  slides: Presentation,
  survey: ClipboardList,
  text: FileText,
  video: PlayCircle,
}
