/**
 * Where the script of a document finds the files that it asks for once the page is painted, parted by spaces. Alone in
 * its file, so that the script comes in one piece.
 */
export const LATER = 'data-later'
