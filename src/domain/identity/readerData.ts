/** Id of the script in which a page that its readers share carries what is one reader's, as JSON. */
export const READER_DATA = 'reader'
