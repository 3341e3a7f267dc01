const plural = (count: number, one: string, other: string): string =>
  `${count} ${count === 1 ? one : other}`

const lessons = (count: number): string => plural(count, 'lesson', 'lessons')

/** What a change was, for those who may undo it. */
const done = {
  added: (count: number) => `Added ${plural(count, 'row', 'rows')}`,
  copied: (count: number) => `Duplicated ${lessons(count)}`,
  deleted: (count: number) => `Deleted ${lessons(count)}`,
  deletedSection: (title: string) => `Deleted “${title}”`,
  moved: (title: string) => `Moved “${title}”`,
  movedMany: (count: number) => `Moved ${lessons(count)}`,
  renamed: (title: string) => `Renamed to “${title}”`,
  sent: (course: string) => `Moved to “${course}”`,
}

/** The curriculum in English; the shape that the other languages follow. */
export const english = {
  add: 'Add',
  addLesson: 'Add a lesson',
  addLessonTo: (section: string) => `Add a lesson to “${section}”`,
  addSection: 'Add a section',
  cancel: 'Cancel',
  close: 'Close',
  collapse: (title: string) => `Hide the lessons of “${title}”`,
  conflict:
    'Somebody else changed this first. What you see now is how it stands; your last change was not saved.',
  course: 'Course',
  delete: 'Delete',
  deleteBegun: (count: number) =>
    `Learners have begun ${lessons(count)} of these. They no longer see them, and their percentage is counted without them. What they did is kept and is there again if you restore.`,
  deleteBody: (count: number) =>
    `${lessons(count)} will go. You can undo this, and restore from the trash for thirty days.`,
  deleteSectionTitle: (title: string) => `Delete the section “${title}”?`,
  deleteTitle: (count: number) => `Delete ${lessons(count)}?`,
  done,
  drag: (title: string) => `Move “${title}”`,
  drop: 'Drop files to make lessons of them',
  dropHint:
    'A video becomes a video lesson; sound, documents and images become a text that holds them.',
  duplicate: 'Duplicate',
  edit: 'Open the editor',
  empty: 'No lessons yet',
  emptyBody:
    'Paste the list of lessons you have in mind, drop the files you have, or begin with one section. Everything starts as a draft that only you see.',
  emptyTitle: 'What will this course teach?',
  expand: (title: string) => `Show the lessons of “${title}”`,
  failed: 'Not saved. Check your connection and try again.',
  files: 'Upload files',
  filesClose: 'Hide the list of uploads',
  filesLeave: 'Files are still being uploaded.',
  filesTitle: 'Uploads',
  firstSection: 'Section 1',
  forbidden:
    'You can look at this course but not change it. Ask an owner or an admin of the school.',
  full: 'A course holds 2,000 sections and lessons. Move some of it to another course.',
  gone: 'This is not there any more. Here is how the course stands now.',
  instructions:
    'To move this, press Space or Enter. Then use the up and down arrows, Space or Enter to put it down, or Escape to leave it where it was.',
  kind: 'Kind of lesson',
  kinds: { quiz: 'Quiz', text: 'Text', video: 'Video' },
  length: (minutes: number) =>
    minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`,
  lessons,
  list: 'Paste a list',
  listCount: (sections: number, count: number) =>
    sections > 0 ? `${plural(sections, 'section', 'sections')}, ${lessons(count)}` : lessons(count),
  listHint:
    'One lesson a line. A line that begins with # is a section; indented lines belong to the line above them. A hundred lines at once.',
  listLabel: 'Titles',
  listPlaceholder: '# Basics\nHow light falls\nShadows\n# Practice\nDraw a cup',
  listTitle: 'Add many at once',
  menu: (title: string) => `Actions for “${title}”`,
  missing: { quiz: 'No quiz yet', text: 'No text yet', video: 'No video yet' },
  more: 'More',
  move: 'Move',
  moveBegun: (count: number) =>
    `Learners have begun ${lessons(count)} of these. What somebody reached stays in its course. Copy instead: the originals stay for them.`,
  moveCopy: 'Copy there',
  moveDown: 'Move down',
  moveHere: 'This course',
  moveSection: 'Section',
  moveSectionLast: 'At the end of the course',
  moveTo: 'Move to…',
  moveToTitle: (count: number) => `Move ${lessons(count)}`,
  moveToTitleSection: (title: string) => `Move “${title}”`,
  moveUp: 'Move up',
  notHere: 'This course is in the trash, or is gone. Restore it to build it further.',
  optional: 'Optional',
  over: (title: string, section: string, at: number, all: number) =>
    `${title} is in ${section}, ${at} of ${all}.`,
  overSection: (title: string, at: number, all: number) => `${title} is ${at} of ${all}.`,
  picked: (title: string) => `${title} is picked up.`,
  pickedCount: (count: number) => `${count} selected`,
  placed: (title: string) => `${title} is put down.`,
  preview: 'Free preview',
  previewOff: 'Close to visitors',
  previewOn: 'Open as a free preview',
  publish: 'Publish',
  putBack: (title: string) => `${title} is back where it was.`,
  redo: 'Redo',
  reload: 'Try again',
  rename: 'Rename',
  renameLabel: (title: string) => `Title of “${title}”`,
  retry: 'Try again',
  saved: 'Saved',
  saving: 'Saving…',
  sectionTitle: 'Title of the section',
  select: (title: string) => `Select “${title}”`,
  selectNone: 'Clear the selection',
  serverError: 'This did not work. Try again.',
  states: { changed: 'Changes not published', draft: 'Draft', published: 'Published' },
  title: 'Curriculum',
  titleLesson: 'Title of the lesson',
  tooLarge: 'This file is larger than can be uploaded.',
  undo: 'Undo',
  undone: (what: string) => `Undone: ${what}`,
  unpublish: 'Take back to draft',
  uploaded: 'Done',
  uploadFailed: 'Not uploaded',
  uploading: (name: string) => `Uploading ${name}`,
  waiting: 'Waiting',
}
